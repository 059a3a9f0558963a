package dev.kindred.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a process has in memory, its mapped files included; Linux tells. */
public final class ResidentMemory {
  private ResidentMemory() {}

  public static OptionalLong ofThisProcess() {
    return of(ProcessHandle.current().pid());
  }

  public static OptionalLong of(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
