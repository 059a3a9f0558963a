package dev.kindred.search;

import dev.kindred.index.Hit;
import dev.kindred.search.ranking.RankedHit;
import dev.kindred.search.ranking.Tier;
import dev.kindred.search.relevance.Label;
import dev.kindred.search.relevance.Relevance;

/** A ranked hit and how relevant it is by itself. */
record JudgedHit(RankedHit hit, Relevance relevance) {
  /** What was named is what was asked for; what holds the rare word is never weak. */
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
    return new Hit(hit.id(), hit.score());
  }
}
