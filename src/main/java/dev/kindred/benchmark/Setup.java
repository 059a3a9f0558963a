package dev.kindred.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What has to be known to repeat a measurement.
 *
 * @param processor as it calls itself
 * @param memory of the machine in bytes, as far as the operating system tells
 * @param runtime the inference engine and its version, or the search library; may be empty
 * @param seed of all that is drawn at random
 * @param command as it was typed
 */
public record Setup(
    String processor,
    int cores,
    long memory,
    String jvm,
    String system,
    String runtime,
    long seed,
    String command) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final Path MEMINFO = Path.of("/proc/meminfo");

  /** Of this machine. */
  public static Setup here(String runtime, long seed, String command) {
    return new Setup(
        valueOf("model name", CPUINFO, System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(valueOf("MemTotal", MEMINFO, "0").replaceAll("\\D", "")) << 10,
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        runtime,
        seed,
        command);
  }

  /** What stands behind the first colon of a line that begins so. */
  private static String valueOf(String name, Path file, String otherwise) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException notLinux) {
      return otherwise;
    }
  }

  void addTo(ObjectNode json) {
    ObjectNode machine = json.putObject("machine");
    machine.put("processor", processor).put("cores", cores).put("memory_bytes", memory);
    machine.put("jvm", jvm).put("system", system);
    if (!runtime.isEmpty()) {
      machine.put("runtime", runtime);
    }
    json.put("seed", seed);
    json.put("command", command);
  }

  /** In one line. */
  public String inWords() {
    return "%s, %d cores, %s, %s%s; seed %d"
        .formatted(processor, cores, system, jvm, runtime.isEmpty() ? "" : ", " + runtime, seed);
  }
}
