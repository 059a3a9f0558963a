package dev.kindred.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** The three streams of a command, and whether a person looks at them. */
public record Console(InputStream in, PrintStream out, PrintStream err, Terminal terminal) {}
