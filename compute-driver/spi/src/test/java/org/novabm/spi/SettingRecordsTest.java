package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.settings.NoSettings;
import org.novabm.spi.settings.Setting;
import org.novabm.spi.settings.SettingDescription;
import org.novabm.spi.settings.SettingForm;

class SettingRecordsTest {

  enum Colour {
    RED,
    DARK_GREEN,
    BLUE
  }

  enum Side {
    LEFT,
    RIGHT
  }

  static final class Backwards implements SettingForm<StringBuilder> {
    @Override
    public StringBuilder read(String text) {
      if (text.equals("odd")) {
        throw new IllegalArgumentException("is odd");
      }
      return new StringBuilder(text).reverse();
    }
  }

  record Inner(
      @Setting(value = "One.", byDefault = "red") Colour colour,
      @Setting(value = "The other.", byDefault = "left") Side side) {}

  record Everything(
      @Setting(value = "Where.", byDefault = "127.0.0.1") String listen,
      @Setting(value = "Which.", key = "port", byDefault = "1", least = 1, most = 65535) int number,
      @Setting(value = "Many.", byDefault = "7", unit = "bytes") long amount,
      @Setting(value = "Wait.", byDefault = "0.5") Duration waitTime,
      @Setting(value = "Pause.", byDefault = "0", least = 0, most = 60) Duration pause,
      @Setting(value = "Rest.", byDefault = "2", most = 60) Duration rest,
      @Setting(value = "Whether.", byDefault = "false") boolean debug,
      @Setting(value = "File.", byDefault = "~/keys") Path file,
      @Setting("Folder.") @Nullable Path folder,
      @Setting("Pass phrase.") Secret phrase,
      @Setting("Words.") List<String> words,
      @Setting(value = "VLAN.", byDefault = "4094") VlanId vlan,
      Inner inner,
      @Setting(value = "Text.", byDefault = "ab", form = Backwards.class) CharSequence text) {

    Everything {
      if (number > 100 && debug) {
        throw new IllegalArgumentException("port and debug do not go together");
      }
    }
  }

  private static Everything read(Map<String, String> texts) {
    return new BackendSettings("power:x", texts).as(Everything.class);
  }

  @Test
  void whatIsNotSetIsByDefault() {
    Everything read = BackendSettings.none("power:x").as(Everything.class);
    assertThat(read.listen()).isEqualTo("127.0.0.1");
    assertThat(read.number()).isOne();
    assertThat(read.amount()).isEqualTo(7);
    assertThat(read.waitTime()).isEqualTo(Duration.ofMillis(500));
    assertThat(read.pause()).isZero();
    assertThat(read.debug()).isFalse();
    assertThat(read.file()).isEqualTo(Path.of(System.getProperty("user.home"), "keys"));
    assertThat(read.folder()).isNull();
    assertThat(read.phrase()).isEqualTo(Secret.EMPTY);
    assertThat(read.words()).isEmpty();
    assertThat(read.vlan()).isEqualTo(new VlanId(4094));
    assertThat(read.inner()).isEqualTo(new Inner(Colour.RED, Side.LEFT));
    assertThat(read.text()).hasToString("ba");
  }

  @Test
  void eachKindIsRead() {
    Everything read =
        read(
            Map.ofEntries(
                Map.entry("listen", "::1"),
                Map.entry("port", "6230"),
                Map.entry("amount", "9"),
                Map.entry("wait_time", "0.25"),
                Map.entry("debug", "No"),
                Map.entry("file", "/k"),
                Map.entry("folder", "/f"),
                Map.entry("phrase", "hunter2"),
                Map.entry("words", " a, ,b,"),
                Map.entry("vlan", "7"),
                Map.entry("colour", "Dark_Green"),
                Map.entry("side", "right")));
    assertThat(read.listen()).isEqualTo("::1");
    assertThat(read.number()).isEqualTo(6230);
    assertThat(read.amount()).isEqualTo(9);
    assertThat(read.waitTime()).isEqualTo(Duration.ofMillis(250));
    assertThat(read.debug()).isFalse();
    assertThat(read.file()).isEqualTo(Path.of("/k"));
    assertThat(read.folder()).isEqualTo(Path.of("/f"));
    assertThat(read.phrase()).isEqualTo(Secret.of("hunter2"));
    assertThat(read.words()).containsExactly("a", "b");
    assertThat(read.vlan()).isEqualTo(new VlanId(7));
    assertThat(read.inner()).isEqualTo(new Inner(Colour.DARK_GREEN, Side.RIGHT));
  }

  @Test
  void anEmptyTextIsNoValueWhereThereMayBeNone() {
    assertThat(read(Map.of("folder", "")).folder()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port      | 99999   | [power:x] port = 99999 is not a number between 1 and 65535
          port      | 0       | [power:x] port = 0 is not a number between 1 and 65535
          port      | ten     | [power:x] port = ten is not a whole number
          port      | ''      | [power:x] port =  is not a whole number
          amount    | -1      | [power:x] amount = -1 is not a number between 0 and 2147483647
          wait_time | 0       | [power:x] wait_time = 0 is not a number of seconds above 0
          wait_time | 0.0001  | [power:x] wait_time = 0.0001 is not a number of seconds above 0
          wait_time | NaN     | [power:x] wait_time = NaN is not a number of seconds above 0
          wait_time | 1e9     | [power:x] wait_time = 1e9 is not a number of seconds above 0
          wait_time | soon    | [power:x] wait_time = soon is not a number of seconds
          rest      | 61      | [power:x] rest = 61 is not a number of seconds between 0.001 and 60
          rest      | 0       | [power:x] rest = 0 is not a number of seconds between 0.001 and 60
          pause     | 60.5    | [power:x] pause = 60.5 is not a number of seconds between 0 and 60
          pause     | -1      | [power:x] pause = -1 is not a number of seconds between 0 and 60
          debug     | maybe   | [power:x] debug = maybe is not one of true, false, yes, no, on, off, 1, 0
          vlan      | 4095    | [power:x] vlan = 4095 is not a number between 1 and 4094
          colour    | green   | [power:x] colour = green: known are red, dark-green and blue
          side      | middle  | [power:x] side = middle is neither left nor right
          text      | odd     | [power:x] text = odd is odd
          """)
  void whatIsWrongIsNamedWithItsGroup(String key, String text, String message) {
    assertThatThrownBy(() -> read(Map.of(key, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void whatDoesNotGoTogetherIsToldWithTheGroup() {
    assertThatThrownBy(() -> read(Map.of("port", "101", "debug", "on")))
        .hasMessage("[power:x] port and debug do not go together");
  }

  @Test
  void aMisspeltKeyIsRefusedAndTheKnownOnesAreNamed() {
    BackendSettings settings = new BackendSettings("power:x", Map.of("sied", "left", "a", "b"));
    assertThatThrownBy(() -> settings.as(Inner.class))
        .hasMessage("[power:x] has unknown keys [a, sied]; known are [colour, side]");
    assertThatThrownBy(() -> settings.as(NoSettings.class)).hasMessageContaining("known are []");
  }

  @Test
  void whatIsNoSettingIsAMistakeOfTheBackEnds() {
    record Forgotten(String port) {}
    record Formless(@Setting("x") Thread thread) {}
    assertThatThrownBy(() -> BackendSettings.none("power:x").as(Forgotten.class))
        .hasMessageContaining("component port is no @Setting");
    assertThatThrownBy(() -> BackendSettings.none("power:x").as(Formless.class))
        .hasMessageContaining("needs a form");
  }

  @Test
  void settingsAreDescribedInTheOrderOfTheRecord() {
    assertThat(SettingDescription.of(Everything.class))
        .extracting(setting -> setting.key() + ": " + setting.words())
        .containsExactly(
            "listen: text",
            "port: whole number, 1 to 65535",
            "amount: bytes, at least 0",
            "wait_time: seconds, above 0",
            "pause: seconds, 0 to 60",
            "rest: seconds, 0.001 to 60",
            "debug: true or false",
            "file: path",
            "folder: path",
            "phrase: text, kept secret",
            "words: list, comma-separated",
            "vlan: VLAN, 1 to 4094",
            "colour: red, dark-green or blue",
            "side: left or right",
            "text: text");
  }
}
