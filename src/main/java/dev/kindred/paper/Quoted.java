package dev.kindred.paper;

/** A stranger's value inside a message: in quotation marks, on one line, not too long. */
public final class Quoted {
  private static final int MAX_CHARS = 80;

  private Quoted() {}

  public static String of(String value) {
    String shown = value.length() <= MAX_CHARS ? value : value.substring(0, MAX_CHARS) + "…";
    return '"' + shown.replaceAll("\\p{Cntrl}", "�") + '"';
  }
}
