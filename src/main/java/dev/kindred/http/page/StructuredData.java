package dev.kindred.http.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.citation.Doi;
import dev.kindred.paper.json.PaperJson;

/** A paper as search engines read it: JSON-LD in the vocabulary of schema.org. */
final class StructuredData {
  private StructuredData() {}

  /**
   * Safe between the tags of a script element.
   *
   * @param address the page of the paper here, for one that is nowhere else
   */
  static String of(Paper paper, String address) {
    ObjectNode json =
        PaperJson.MAPPER
            .createObjectNode()
            .put("@context", "https://schema.org")
            .put("@type", "ScholarlyArticle")
            .put("identifier", paper.id().value())
            .put("headline", paper.title())
            .put("abstract", paper.abstractText());
    ArrayNode authors = json.putArray("author");
    paper
        .authors()
        .forEach(author -> authors.addObject().put("@type", "Person").put("name", author.name()));
    paper
        .published()
        .map(PublicationDate::toString)
        .ifPresent(date -> json.put("datePublished", date));
    paper.categories().forEach(json.putArray("keywords")::add);
    json.put("url", paper.url().filter(PageAddress::isOfTheWeb).orElse(address));
    Doi.of(paper).ifPresent(doi -> json.put("sameAs", PageAddress.doi(doi)));
    return json.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
