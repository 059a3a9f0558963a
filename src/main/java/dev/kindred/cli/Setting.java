package dev.kindred.cli;

import java.util.Locale;

/** What an option of a command or, without it, a variable of the environment decides. */
public enum Setting {
  DATA,
  HOST,
  PORT,
  CORS,
  PUBLIC_SEARCH,
  INSECURE,
  TRUSTED_PROXY,
  RATE_LIMIT,
  SLOW_QUERY,
  LOG_FORMAT,
  ADMIN_KEY_FILE,
  FIRST_KEY,
  KEY,
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
