package dev.kindred.cli;

import dev.kindred.paper.Quoted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the words that Kindred has for wrong values. */
final class UsageError {
  private static final int CLOSE = 2;

  private UsageError() {}

  /** One line, or two where another command was meant. */
  static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      CommandSpec command = wrong.getCommandLine().getCommandSpec();
      return command.parent() == null
          ? noCommand(command, unmatched.getUnmatched().getFirst())
          : String.valueOf(wrong.getMessage());
    }
    // Its subclasses are of options that are missing or too many, and say so well.
    return wrong.getClass() == ParameterException.class
            && wrong.getArgSpec() instanceof OptionSpec option
            && wrong.getValue() != null
        ? "%s is %s; it must be %s"
            .formatted(option.longestName(), Quoted.of(wrong.getValue()), rule(option))
        : String.valueOf(wrong.getMessage());
  }

  private static String noCommand(CommandSpec kindred, String word) {
    String message = Quoted.of(word) + " is not a command; kindred --help lists them";
    Optional<String> meant =
        kindred.subcommands().keySet().stream()
            .filter(name -> distance(name, word) <= CLOSE)
            .findFirst();
    return meant.map(name -> message + "\nDid you mean: kindred " + name + "?").orElse(message);
  }

  private static String rule(OptionSpec option) {
    Class<?> type = option.typeInfo().getAuxiliaryTypes()[0]; // of a list, what it holds
    if (type == LocalDate.class) {
      return "a day as YYYY-MM-DD";
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number";
    }
    return type.isEnum() ? oneOf(type.getEnumConstants()) : "as " + option.paramLabel();
  }

  private static String oneOf(Object[] constants) {
    List<String> names =
        Arrays.stream(constants)
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .toList();
    return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
        + " or "
        + names.getLast();
  }

  /** How many letters to put in, take out or change (Levenshtein), row by row. */
  private static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int above = row[j];
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
