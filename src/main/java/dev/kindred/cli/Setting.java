package dev.kindred.cli;

import java.util.Locale;

/** What an option of a command or, without it, a variable of the environment decides. */
public enum Setting {
  DATA,
  HOST,
  PORT,
  CORS,
  MODEL,
  MODELS,
  SERVER,
  CACHE,
  SENTENCE_VECTORS,
  VECTORS;

  public String option() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String variable() {
    return "KINDRED_" + name();
  }
}
