package org.novabm.power.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of sensors, events and inventory, by the examples of their specifications. */
class RecordsTest {

  @ParameterizedTest
  @CsvSource({
    // format, linearization, M, B, exponent of B, exponent of the result, raw, value
    "0, 0, 1, 0, 0, 0, 85, 85.0",
    "2, 0, 1, 0, 0, 0, 251, -5.0",
    "1, 0, 1, 0, 0, 0, 250, -5.0",
    "0, 0, 6, 0, 0, -2, 200, 12.0",
    "0, 0, 2, 5, 1, 0, 10, 70.0",
    "0, 7, 1, 0, 0, 0, 4, 0.25",
    "0, 8, 1, 0, 0, 0, 12, 144.0",
  })
  void valuesAreReckoned(
      int format, int linear, int m, int b, int bExponent, int exponent, int raw, double value) {
    assertThat(new SensorScale(format, linear, m, b, bExponent, exponent).value(raw))
        .isEqualTo(value);
  }

  @Test
  void aSensorThatIsLinearInNoWayWeKnowHasNoValue() {
    assertThat(new SensorScale(0, 0x70, 1, 0, 0, 0).value(5)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0x6553f110, 2023-11-14T22:13:36Z",
    "0x20000000, 1987-01-05T18:48:32Z",
    "0x1fffffff, ",
    "0x00000000, ",
    "0xffffffff, ",
  })
  void timesThatCountFromTheStartAreNone(String seconds, Instant time) throws Exception {
    long value = Long.decode(seconds);
    EventRecord record =
        EventRecord.parse(
            Octets.of(
                0x07,
                0x01,
                0x02,
                (int) value,
                (int) (value >> 8),
                (int) (value >> 16),
                (int) (value >> 24),
                0x20,
                0,
                4,
                0x08,
                0x53,
                0xef,
                0x01,
                0xff,
                0xff));
    assertThat(record.time()).isEqualTo(time);
    assertThat(record.id()).isEqualTo(0x107);
    assertThat(record.eventType()).isEqualTo(0x6f);
    assertThat(record.gone()).isTrue();
    assertThat(record.offset()).isEqualTo(1);
  }

  @Test
  void makersRecordsHaveNoSensor() throws Exception {
    EventRecord record =
        EventRecord.parse(Octets.of(1, 0, 0xE1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
    assertThat(record.isOfSystem()).isFalse();
    assertThat(record.time()).isNull();
    assertThat(record.data()).isEqualTo(Octets.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
  }

  @Test
  void textsComeInThreeKinds() {
    assertThat(PackedText.of(1, Octets.of(0x12, 0x3B, 0x4A))).isEqualTo("123-4");
    assertThat(PackedText.of(2, Octets.of(0x29, 0xDC, 0xA6))).isEqualTo("IPMI");
    assertThat(PackedText.of(3, Octets.of(0x41, 0x07, 0x42, 0x20))).isEqualTo("AB");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 20, 47})
  void recordsThatAreTooShortAreRefused(int size) {
    byte[] bytes = new byte[size];
    if (size > 3) {
      bytes[3] = 1;
    }
    assertThatThrownBy(() -> SensorRecord.parse(Octets.copyOf(bytes)))
        .isInstanceOf(MalformedPacketException.class);
  }

  @Test
  void anInventoryWhoseHeadIsWrongIsRefused() {
    assertThatThrownBy(() -> FruArea.requireHeader(Octets.of(1, 0, 1, 2, 3, 0, 0, 0)))
        .isInstanceOf(MalformedPacketException.class);
    assertThatThrownBy(() -> FruArea.requireHeader(Octets.of(1, 0)))
        .isInstanceOf(MalformedPacketException.class);
  }
}
