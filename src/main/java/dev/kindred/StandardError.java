package dev.kindred;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/**
 * Takes standard error back from the launcher. While the JVM begins, it says there that it uses an
 * incubator module, and cannot be told not to; so the launcher puts a filter in between and leaves
 * the real stream at another descriptor. It is put back below Java, for native code writes to it
 * too, and what a program says last must not be on its way through a filter when it ends.
 */
final class StandardError {
  private static final int DESCRIPTOR = 2;

  private StandardError() {}

  static void takeBackFrom(int descriptor) {
    Linker linker = Linker.nativeLinker();
    MethodHandle duplicate = function(linker, "dup2", JAVA_INT, JAVA_INT);
    MethodHandle close = function(linker, "close", JAVA_INT);
    try {
      int duplicated = (int) duplicate.invokeExact(descriptor, DESCRIPTOR);
      int closed = (int) close.invokeExact(descriptor);
      if (duplicated < 0 || closed < 0) {
        System.err.println("kindred.stderr is " + descriptor + "; no such file is open");
      }
    } catch (Throwable neverThrownByTheseFunctions) {
      throw new IllegalStateException(neverThrownByTheseFunctions);
    }
  }

  @SuppressWarnings("restricted") // two functions of the C library, of integers only
  private static MethodHandle function(Linker linker, String name, MemoryLayout... arguments) {
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
  }
}
