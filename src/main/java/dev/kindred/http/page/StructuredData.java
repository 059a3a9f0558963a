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

  /** Safe between the tags of a script element. */
  static String of(Paper paper) {
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
    paper.url().filter(PageAddress::isOfTheWeb).ifPresent(url -> json.put("url", url));
    Doi.of(paper).ifPresent(doi -> json.put("sameAs", PageAddress.doi(doi)));
    return json.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
