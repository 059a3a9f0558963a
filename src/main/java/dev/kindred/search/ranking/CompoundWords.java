package dev.kindred.search.ranking;

import dev.kindred.index.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that someone wrote as one and the index has as several, as <i>GPT-4</i> or
 * <i>Llama-3.1-8B</i>; <i>node.js</i> and <i>write_lock</i> are one word there as well. Pure text.
 */
final class CompoundWords {
  private static final Pattern JOINT = Pattern.compile("[-‐‑./+:]");

  /** Each is looked for; hardly a question has more. */
  private static final int MOST = 20;

  private CompoundWords() {}

  /**
   * A compound.
   *
   * @param text as the query has it
   * @param parts as {@link Token#exact()} has them
   */
  record Compound(String text, List<String> parts) {}

  /**
   * The first compounds of a query.
   *
   * @param tokens of the query, in order
   */
  static List<Compound> in(String query, List<Token> tokens) {
    List<Compound> compounds = new ArrayList<>();
    for (int from = 0, to; from < tokens.size() && compounds.size() < MOST; from = to) {
      to = from + 1;
      while (to < tokens.size() && areJoined(query, tokens.get(to - 1), tokens.get(to))) {
        to++;
      }
      if (to - from > 1) {
        List<Token> parts = tokens.subList(from, to);
        compounds.add(
            new Compound(
                query.substring(parts.getFirst().start(), parts.getLast().end()),
                parts.stream().map(Token::exact).toList()));
      }
    }
    return compounds;
  }

  private static boolean areJoined(String query, Token one, Token next) {
    return one.end() < next.start()
        && JOINT.matcher(query.substring(one.end(), next.start())).matches();
  }
}
