package dev.kindred.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Takes over the signals that end a process (Ctrl-C, SIGTERM, a closed terminal). The JVM's own way
 * runs all shutdown hooks at once, and ONNX Runtime's releases what other threads are still
 * computing with: the process would crash. A signal that the process was started to ignore stays
 * ignored. Closing gives the signals back to whoever had them.
 *
 * <p>The JDK offers {@code sun.misc.Signal} for this (JEP 260), but its compiler warns of it and
 * cannot be told not to; hence the reflection.
 */
final class EndSignals implements AutoCloseable {
  /** With their numbers: shells tell the signal that ended a process by 128 and its number. */
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private static final int EXIT_CODE_BASE = 128;

  private final Map<Object, Object> before = new LinkedHashMap<>();

  /**
   * Calls an action at each signal, on a thread of its own.
   *
   * @param action gets the exit code of a process that the signal ended
   */
  EndSignals(IntConsumer action) {
    NUMBERS.forEach((name, number) -> {
      Object signal = signal(name);
      before.put(signal, handle(signal, handler(() -> action.accept(EXIT_CODE_BASE + number))));
    });
  }

  @Override
  public void close() {
    before.forEach(EndSignals::handle);
  }

  private static Object signal(String name) {
    try {
      return Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
  }

  private static Object handler(Runnable action) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (_, _, _) -> {
            action.run();
            return null;
          });
    } catch (ClassNotFoundException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
  }

  /** Returns the handler that was there before. */
  private static Object handle(Object signal, Object handler) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getClass().getMethod("handle", signal.getClass(), type);
      return handle.invoke(null, signal, handler);
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
  }
}
