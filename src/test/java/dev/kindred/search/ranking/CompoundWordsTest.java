package dev.kindred.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundWordsTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static List<String> texts(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(query);
    while (word.find()) {
      String exact = word.group().toLowerCase(Locale.ROOT);
      tokens.add(new Token(exact, Optional.of(exact), word.start(), word.end()));
    }
    return CompoundWords.in(query, tokens).stream().map(CompoundWords.Compound::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "How good is GPT-4?, GPT-4",
    "Llama-3-8B on a phone, Llama-3-8B",
    "read/write_lock, read/write_lock",
    "node.js, node.js",
  })
  void whatIsWrittenAsOneWordIsOne(String query, String compound) {
    assertThat(texts(query)).containsExactly(compound);
  }

  @ParameterizedTest
  @CsvSource({"ice and snow", "'ice,snow'", "ice - snow", "ice. Snow", "ice--snow", "-ice", "''"})
  void whatStandsApartIsNot(String query) {
    assertThat(texts(query)).isEmpty();
  }

  @Test
  void eachIsFoundAndOfVeryManyTheFirst() {
    assertThat(texts("a-b c d-e")).containsExactly("a-b", "d-e");
    assertThat(texts("x-y ".repeat(50))).hasSize(20);
  }
}
