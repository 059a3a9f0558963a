package dev.kindred.search.recommendation;

import dev.kindred.paper.PaperId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a paper is recommended: the liked example that is nearest to it.
 *
 * @param index which of the liked examples, from 0
 * @param id of the example, if it is a paper
 * @param cosine of both; none while the recommended paper is not embedded
 * @param words that both share and that tell most, as the recommended paper writes them
 */
public record Because(int index, Optional<PaperId> id, OptionalDouble cosine, List<String> words) {
  public Because {
    words = List.copyOf(words);
  }
}
