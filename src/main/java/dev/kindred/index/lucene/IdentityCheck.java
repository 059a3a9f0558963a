package dev.kindred.index.lucene;

import dev.kindred.embedding.ModelIdentity.Compatible;
import dev.kindred.paper.Rejection.UnusableStore;
import java.nio.file.Path;

/** Whether vectors of a model may be added to a store's. */
final class IdentityCheck {
  private IdentityCheck() {}

  static UnusableStore refusal(Path store, Compatible held, Compatible wanted) {
    return held.model().equals(wanted.model())
        ? changed(store, held, wanted)
        : other(store, held, wanted);
  }

  private static UnusableStore changed(Path store, Compatible held, Compatible wanted) {
    return new UnusableStore(
        """
        the vectors in %s were made before the model %s was changed:
          store: %s
          now:   %s
        Embed all papers again (offline, resumable; they are found by words meanwhile):
          kindred reembed --model %s\
        """
            .formatted(
                store,
                wanted.model(),
                describe(held, wanted),
                describe(wanted, held),
                wanted.model()));
  }

  private static UnusableStore other(Path store, Compatible held, Compatible wanted) {
    return new UnusableStore(
        """
        the vectors in %s were made by another model than the one chosen:
          store:  %s
          chosen: %s
        Choose the store's model (--model %s), or embed all papers again with the other:
          kindred reembed --model %s\
        """
            .formatted(
                store,
                describe(held, wanted),
                describe(wanted, held),
                held.model(),
                wanted.model()));
  }

  /** The name always; of the rest what differs. */
  private static String describe(Compatible one, Compatible other) {
    StringBuilder text = new StringBuilder(one.model());
    difference(text, "weights", shortened(one.weightsSha256()), shortened(other.weightsSha256()));
    difference(
        text, "tokenizer", shortened(one.tokenizerSha256()), shortened(other.tokenizerSha256()));
    difference(text, "pooling", one.pooling(), other.pooling());
    difference(text, "query prefix", quoted(one.queryPrefix()), quoted(other.queryPrefix()));
    difference(text, "passage prefix", quoted(one.passagePrefix()), quoted(other.passagePrefix()));
    difference(text, "tokens", one.maxTokens(), other.maxTokens());
    difference(text, "dimension", one.dimension(), other.dimension());
    difference(text, "composition", quoted(one.composition()), quoted(other.composition()));
    difference(text, "recipe", quoted(one.recipe()), quoted(other.recipe()));
    return text.toString();
  }

  private static void difference(StringBuilder text, String name, Object one, Object other) {
    if (!one.equals(other)) {
      text.append(", ").append(name).append(' ').append(one);
    }
  }

  private static String shortened(String sha256) {
    return sha256.length() <= 16 ? sha256 : sha256.substring(0, 16) + "…";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
