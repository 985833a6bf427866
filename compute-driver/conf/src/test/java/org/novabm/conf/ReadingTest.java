package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.spi.Secret;

class ReadingTest {

  @Test
  void everyKindIsRead() {
    assertThat(reading("a, b,, c,").list()).containsExactly("a", "b", "", "c");
    assertThat(reading("a:1, b : x:y").dict())
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "x:y"));
    assertThat(reading(" 7 ").number(7, 7)).isEqualTo(7);
    assertThat(reading("1.5").seconds(1, 2)).isEqualTo(Duration.ofMillis(1500));
    assertThat(reading("Off").flag()).isFalse();
    assertThat(reading("/x/y").path()).isEqualTo(Path.of("/x", "y"));
    assertThat(reading("hush").secret()).isEqualTo(Secret.of("hush"));
    assertThat(reading("").secret()).isSameAs(Secret.EMPTY);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("seven", reading -> reading.number(0, 9), "[g] k = seven is not a whole number"),
        wrong("10", reading -> reading.number(0, 9), "[g] k = 10 is not between 0 and 9"),
        wrong("soon", reading -> reading.seconds(0, 9), "[g] k = soon is not a number of seconds"),
        wrong(
            "NaN", reading -> reading.seconds(0, 9), "[g] k = NaN is not between 0 and 9 seconds"),
        wrong("maybe", Reading::flag, "[g] k = maybe is not one of true, false"),
        wrong(" ", Reading::path, "[g] k =   is not a path"),
        wrong("\0", Reading::path, "[g] k = \0 is not a path"),
        wrong("a:1,b", Reading::dict, "[g] k: 'b' is not of the form name:value"),
        wrong("a:1,a:2", Reading::dict, "[g] k: 'a' is given twice"),
        wrong(":1", Reading::dict, "[g] k: ':1' has no name before the colon"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongTextIsNamedWithItsPlace(String text, Consumer<Reading> use, String message) {
    assertThatThrownBy(() -> use.accept(reading(text)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("n.conf:3: " + message);
  }

  @Test
  void itDoesNotPrintItsText() {
    assertThat(reading("hush")).hasToString("n.conf:3: [g] k");
  }

  private static Arguments wrong(String text, Consumer<Reading> use, String message) {
    return Arguments.of(text, use, message);
  }

  private static Reading reading(String text) {
    return new Reading(new OptionName("g", "k"), text, new Origin("n.conf", 3));
  }
}
