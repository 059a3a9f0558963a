package dev.kindred.cli;

import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.util.function.Supplier;

/** Values of options that the API's own rules judge: breaking one is a wrong command. */
final class UsageRule {
  private UsageRule() {}

  static <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidRequest refused) {
      throw new InvalidSettings(refused.reason());
    }
  }
}
