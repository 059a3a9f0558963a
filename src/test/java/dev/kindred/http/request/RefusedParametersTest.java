package dev.kindred.http.request;

import static dev.kindred.http.request.AskedSearch.ofJson;
import static dev.kindred.http.request.AskedSearch.ofQuery;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|there is nothing to search for; give q",
        "limit=3|there is nothing to search for",
        "q=|q is empty",
        "q=%20+|q is empty",
        "q|q is empty",
        "q=a&query=b|q is \"a\" and query is \"b\"",
        "q=a&q=a|q is given more than once",
        "q=a&limit=0|limit is 0; it must be 1 to 100",
        "q=a&limit=101|limit is 101; it must be 1 to 100",
        "q=a&limit=-1|limit is -1; it must be 1 to 100",
        "q=a&limit=ten|limit is \"ten\"; it must be a whole number, 1 to 100",
        "q=a&limit=1.5|limit is \"1.5\"; it must be a whole number",
        "q=a&limit=99999999999|limit is \"99999999999\"; it must be a whole number",
        "q=a&limit=%D9%A5|it must be a whole number",
        "q=a&limit=5&limit=6|limit is given more than once (\"5\", \"6\")",
        "q=a&offset=-1|offset is -1; it must be 0 or more",
        "q=a&offset=1000|offset is 1000",
        "q=a&mode=fuzzy|mode is \"fuzzy\"; it must be hybrid, semantic or lexical",
        "q=a&sort=title|sort is \"title\"; it must be relevance, date (newest first) or date_asc",
        "category=a&sort=relevance|sort is \"relevance\", but there is no q",
        "category=a&mode=lexical|mode says how to answer q, but there is no q",
        "q=a&category=|category is empty",
        "q=a&published_from=yesterday|published_from is \"yesterday\"; it must be a date as YYYY",
        "q=a&published_to=2024-02-30|published_to is \"2024-02-30\"",
        "q=a&published_to=2024-02-01T00:00:00Z|published_to is \"2024-02-01T00:00:00Z\"",
        "q=a&published_from=2024-05&published_to=2024-04-30|published_from is 2024-05-01 and",
        "q=a&limt=5|\"limt\" is not known here; known are author, category, cursor, diversity",
        "q=a&limt=5|metadata.NAME, metadata_from.NAME, metadata_to.NAME, min_relevance, mode",
        "q=a&metadata.=x|\"metadata.\" is not known here",
        "q=a&metadata=x|\"metadata\" is not known here",
        "q=a&metadata.venue=|metadata.venue is empty",
        "q=a&metadata_from.pages=ten|metadata_from.pages is \"ten\"; it must be a number",
        "q=a&metadata_to.pages=1e999|metadata_to.pages is \"1e999\"; it must be a number",
        "q=a&metadata_to.pages=NaN|metadata_to.pages is \"NaN\"; it must be a number",
        "q=a&metadata_to.pages=1&metadata_to.pages=2|metadata_to.pages is given more than once",
        "q=a&metadata_from.pages=2&metadata_to.pages=1|from must not be above to",
        "q=a&year=24|year is \"24\"; it must be a year as 2024, or two as 2020-2024",
        "q=a&year=2020-|year is \"2020-\"; it must be a year as 2024",
        "q=a&year=2024-2020|year is 2024-2020; the first must not be after the last",
        "q=a&filter={}|filter is JSON; send it in the body of a POST",
        "q=a&min_relevance=1.5|min_relevance is \"1.5\"; it must be a number from 0 to 1, or strong",
        "q=a&min_relevance=-0.1|min_relevance is \"-0.1\"",
        "q=a&min_relevance=good|min_relevance is \"good\"; it must be a number from 0 to 1, or",
        "q=a&min_relevance=STRONG|min_relevance is \"STRONG\"",
        "q=a&diversity=2|diversity is 2.0; it must be 0 to 1",
        "q=a&diversity=much|diversity is \"much\"; it must be a number from 0 to 1",
        "q=a&diversity=0.5&sort=date|diversity is 0.5, but the order is that of dates",
        "q=a&fold=yes|fold is \"yes\"; it must be true or false",
        "q=a&explain=1|explain is \"1\"; it must be true or false",
        "q=a&sentences=all|sentences is \"all\"; it must be ready or exact",
        "q=a&facets=title|facets has \"title\"; it must be category, author, year or metadata.NAME",
        "q=a&facets=category,,year|facets has \"\"",
        "q=a&facets=metadata.|facets has \"metadata.\"",
        "q=a&facets=year&facet_limit=101|facet_limit is 101; it must be 1 to 100",
        "q=a&facets=year&facet_limit=0|facet_limit is 0; it must be 1 to 100",
        "q=a&facet_limit=5|facet_limit says how many values to count, but there is no facets",
        "category=a&explain=true|explain says how to answer q, but there is no q",
        "category=a&min_relevance=0.5|min_relevance says how to answer q, but there is no q",
        "cursor=short|cursor is \"short\"; it must be the \"cursor\" of an answer, unchanged",
        "cursor=AbCdEfGhIjKlMnOp&q=a|\"q\" cannot stand with cursor, which names a list with",
        "cursor=AbCdEfGhIjKlMnOp&category=a|\"category\" cannot stand with cursor",
        "cursor=AbCdEfGhIjKlMnOp&sort=date|\"sort\" cannot stand with cursor",
        "cursor=AbCdEfGhIjKlMnOp&offset=995|offset is 995; it must be 0 or more, and offset + limit",
        "q=a&Q=b|\"Q\" is not known here"
      })
  void whatBreaksARuleIsRefusedByNameAndRule(String query, String message) {
    assertThatThrownBy(() -> ofQuery(query))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|the body must be a JSON object, not an array",
        "'\"q\"'|the body must be a JSON object, not the string \"q\"",
        "{\"q\":5}|q holds the number 5; it must be a string",
        "{\"q\":[\"a\"]}|q holds an array; it must be a string",
        "{\"q\":\"a\",\"limit\":\"5\"}|limit holds the string \"5\"; it must be a whole number",
        "{\"q\":\"a\",\"limit\":5.0}|limit holds the number 5.0; it must be a whole number",
        "{\"q\":\"a\",\"limit\":true}|limit holds the boolean true",
        "{\"q\":\"a\",\"limit\":123456789012345678901234567890}|it must be a whole number, 1 to",
        "{\"q\":\"a\",\"category\":{}}|category holds an object; it must be a string or an array",
        "{\"q\":\"a\",\"category\":[\"a\",7]}|category holds the number 7",
        "{\"q\":\"a\",\"category\":[[\"a\"]]}|category holds an array",
        "{\"q\":\"a\",\"author\":[\"\"]}|author is empty",
        "{\"q\":\"a\",\"min_relevance\":true}|min_relevance holds the boolean true; it must be a number or",
        "{\"q\":\"a\",\"min_relevance\":[\"weak\"]}|min_relevance holds an array",
        "{\"q\":\"a\",\"diversity\":\"0.5\"}|diversity holds the string \"0.5\"; it must be a number",
        "{\"q\":\"a\",\"explain\":\"true\"}|explain holds the string \"true\"; it must be true or false",
        "{\"q\":\"a\",\"facets\":[7]}|facets holds the number 7; it must be a string or an array",
        "{\"q\":\"a\",\"year\":[{}]}|year holds an object; it must be a string, a number",
        "{\"q\":\"a\",\"metadata.venue\":null,\"metadata.x\":{}}|metadata.x holds an object",
        "{\"q\":\"a\",\"metadata_from.pages\":\"5\"}|metadata_from.pages holds the string \"5\"",
        "{\"q\":\"a\",\"filter\":[]}|filter holds an array; it must be an object",
        "{\"q\":\"a\",\"filter\":{}}|filter has no field; an object must have one field",
        "{\"filter\":{\"year\":2024},\"cursor\":\"AbCdEfGhIjKlMnOp\"}|\"filter\" cannot stand with cursor",
        "{\"q\":\"a\",\"filters\":null}|\"filters\" is not known here",
        "{\"q\":null}|there is nothing to search for"
      })
  void whatBreaksARuleInJsonIsRefusedByNameAndRule(String json, String message) {
    assertThatThrownBy(() -> ofJson(json))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining(message);
  }
}
