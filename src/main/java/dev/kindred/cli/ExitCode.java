package dev.kindred.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command's process ends with. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private ExitCode() {}

  /** For a command's help. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    list.put("0", "Done.");
    list.put("1", "Refused by the store, model or server, not found, or failed.");
    list.put("2", "A wrong command, or a value that an option or setting cannot have.");
    list.put("129", "Ended because its terminal closed.");
    list.put("130", "Ended by Ctrl-C.");
    list.put("143", "Ended by SIGTERM.");
    return list;
  }
}
