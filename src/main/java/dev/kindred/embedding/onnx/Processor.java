package dev.kindred.embedding.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The kind of processor, as far as it decides which kernels ONNX Runtime picks for int8 weights,
 * and so how sums are rounded.
 */
final class Processor {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** Best first, as ONNX Runtime prefers them. */
  private static final List<String> EXTENSIONS =
      List.of("amx_int8", "avx512_vnni", "avx_vnni", "avx512bw", "avx2", "i8mm", "asimddp");

  private static final Set<String> X86 = Set.of("amd64", "x86_64");

  private static final Set<String> WITH_VNNI = Set.of("amx_int8", "avx512_vnni", "avx_vnni");

  private Processor() {}

  /** Whether sums of int8 products may not fit where this kind of processor keeps them. */
  static boolean saturates(String kind) {
    return X86.stream().anyMatch(kind::startsWith) && WITH_VNNI.stream().noneMatch(kind::endsWith);
  }

  /**
   * This machine's: {@code amd64 avx512_vnni}; only {@code amd64} where Linux does not tell more.
   */
  static String kind() {
    try {
      return kind(System.getProperty("os.arch"), Files.readString(CPUINFO));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  static String kind(String architecture, String cpuinfo) {
    Set<String> words = Set.copyOf(List.of(cpuinfo.split("\\s+")));
    return EXTENSIONS.stream()
        .filter(words::contains)
        .findFirst()
        .map(extension -> architecture + " " + extension)
        .orElse(architecture);
  }
}
