package dev.kindred.ingest;

/**
 * An entry that was not taken.
 *
 * @param line where it begins in its file, from 1
 * @param reason which value breaks which rule
 * @param text the entry as it stood in the file, as far as it is known
 */
public record RejectedEntry(String file, long line, String reason, String text) {}
