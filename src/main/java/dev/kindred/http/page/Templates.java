package dev.kindred.http.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the pages that are filled here. What is filled in is escaped. */
final class Templates {
  private static final Mustache.Compiler COMPILER = Mustache.compiler().emptyStringIsFalse(true);

  private Templates() {}

  static Template read(String name) {
    try (InputStream in = Templates.class.getResourceAsStream("/web/pages/" + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no page " + name);
      }
      return COMPILER.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
