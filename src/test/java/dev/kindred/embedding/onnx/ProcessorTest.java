package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {
  @ParameterizedTest
  @CsvSource({
    "amd64, flags : fpu avx2 avx512bw avx512_vnni avx_vnni, amd64 avx512_vnni",
    "amd64, flags : fpu avx2 avx_vnni, amd64 avx_vnni",
    "amd64, flags : fpu avx avx2, amd64 avx2",
    "amd64, flags : fpu sse4_2, amd64",
    "aarch64, Features : fp asimd asimddp i8mm, aarch64 i8mm",
  })
  void theKindNamesTheBestExtensionForWholeNumbers(
      String architecture, String cpuinfo, String kind) {
    assertThat(Processor.kind(architecture, cpuinfo)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "amd64 amx_int8, false",
    "amd64 avx512_vnni, false",
    "amd64 avx_vnni, false",
    "amd64 avx512bw, true",
    "amd64 avx2, true",
    "amd64, true",
    "x86_64, true",
    "aarch64 asimddp, false",
    "aarch64, false",
  })
  void onlyX86WithoutVnniCutsOffSums(String kind, boolean saturates) {
    assertThat(Processor.saturates(kind)).isEqualTo(saturates);
  }
}
