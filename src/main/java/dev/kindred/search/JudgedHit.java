package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.paper.PaperId;
import dev.kindred.search.ranking.RankedHit;
import dev.kindred.search.ranking.Tier;
import dev.kindred.search.recommendation.NearDuplicate;
import dev.kindred.search.relevance.Label;
import dev.kindred.search.relevance.Relevance;
import java.util.List;

/**
 * A ranked hit and how relevant it is by itself.
 *
 * @param score orders the list
 * @param also near-duplicates that it stands for
 */
record JudgedHit(RankedHit hit, Relevance relevance, double score, List<NearDuplicate> also) {
  JudgedHit(RankedHit hit, Relevance relevance) {
    this(hit, relevance, hit.score(), List.of());
  }

  PaperId id() {
    return hit.id();
  }

  JudgedHit with(List<NearDuplicate> duplicates) {
    return new JudgedHit(hit, relevance, score, duplicates);
  }

  JudgedHit withScore(double other) {
    return new JudgedHit(hit, relevance, other, also);
  }

  /** What was named is what was asked for; what holds the rare words is never weak. */
  static JudgedHit of(RankedHit hit, Relevance estimated) {
    return new JudgedHit(
        hit,
        switch (hit.tier()) {
          case NAMED -> estimated.atLeast(Label.STRONG);
          case RARE -> estimated.atLeast(Label.RELATED);
          case FOUND -> estimated;
        });
  }

  /** Whether no threshold may leave it out. */
  boolean isKept() {
    return hit.tier() != Tier.FOUND;
  }

  Hit asHit() {
    return new Hit(hit.id(), score);
  }
}
