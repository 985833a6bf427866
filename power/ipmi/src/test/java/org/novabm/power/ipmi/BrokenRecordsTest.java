package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.Sensor;
import org.novabm.spi.power.SensorReader;

/** One record, area or entry of a BMC is broken; the others are read all the same. */
@Timeout(60)
class BrokenRecordsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of a look at a log, sessions and all. */
  private static final int FEW_COMMANDS = 14;

  private static <T> T read(ProfiledBmc bmc, Function<PowerManager, T> question) {
    try (bmc;
        PowerManager power = bmc.open()) {
      return question.apply(power);
    }
  }

  private static List<Sensor> sensors(ProfiledBmc bmc) {
    return read(bmc, power -> ((SensorReader) power).sensors(PATIENCE));
  }

  private static AssetData inventory(ProfiledBmc bmc) {
    return read(bmc, power -> ((AssetDataReader) power).inventory(PATIENCE));
  }

  private static List<Integer> events(ProfiledBmc bmc, int most) {
    List<DeviceEvent> events = read(bmc, power -> ((EventLog) power).events(most, PATIENCE));
    return events.stream().map(DeviceEvent::id).toList();
  }

  @Test
  void aSoundRepositoryIsReadWhole() {
    List<Sensor> sensors = sensors(ProfiledBmc.plain());
    assertThat(sensors)
        .extracting(Sensor::name)
        .containsExactly("CPU Temp", "Sys Temp", "Fan 1", "PSU 12V");
    assertThat(sensors).extracting(Sensor::value).containsExactly(41.0, 42.0, 4300.0, 12.32);
  }

  @ParameterizedTest
  @ValueSource(strings = {"last-sensor=ghost", "piece=8"})
  void whatIsOnlyOddLosesNoSensor(String trait) {
    assertThat(sensors(ProfiledBmc.plain(trait)))
        .extracting(Sensor::name)
        .containsExactly("CPU Temp", "Sys Temp", "Fan 1", "PSU 12V");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fc830", "supermicro"})
  void oneBadRecordIsNamedAndTheOthersAreRead(String profile) {
    List<Sensor> sensors = sensors(ProfiledBmc.named(profile));
    assertThat(sensors)
        .extracting(Sensor::name)
        .containsExactly("CPU Temp", "Sys Temp", "PSU 12V", "sensor record 0x0003");
    assertThat(sensors.getLast().kind()).startsWith("unreadable: ").contains("(0xC");
  }

  @Test
  void anAreaThatClaimsTooMuchIsReadToTheEndOfTheDevice() {
    AssetData inventory = inventory(ProfiledBmc.named("zaius"));
    assertThat(inventory.product()).isEqualTo("Server1");
    assertThat(inventory.serial()).isEqualTo("PSERIAL");
    assertThat(inventory.asset()).isEqualTo("ASSET");
    assertThat(inventory.remarks())
        .singleElement()
        .asString()
        .contains("product area")
        .contains("claims 248 bytes");
  }

  @Test
  void anAreaWithoutBytesIsPassedOver() {
    AssetData inventory = inventory(ProfiledBmc.plain("product-area=empty"));
    assertThat(inventory.product()).isEqualTo("Board1");
    assertThat(inventory.serial()).isEqualTo("CSERIAL");
    assertThat(inventory.boardSerial()).isEqualTo("BSERIAL");
    assertThat(inventory.remarks()).singleElement().asString().contains("product area");
  }

  @Test
  void anAreaWithAWrongSumIsReadAndSaidSo() {
    AssetData inventory = inventory(ProfiledBmc.named("asrock"));
    assertThat(inventory.product()).isEqualTo("Server1");
    assertThat(inventory.serial()).isEqualTo("PSERIAL");
    assertThat(inventory.remarks())
        .singleElement()
        .asString()
        .contains("product area")
        .contains("its checksum is wrong");
  }

  @Test
  void anInventoryInSmallPiecesIsReadWhole() {
    AssetData inventory = inventory(ProfiledBmc.plain("piece=8"));
    assertThat(inventory).isEqualTo(inventory(ProfiledBmc.plain()));
    assertThat(inventory.remarks()).isEmpty();
  }

  @Test
  void theNewestOfALongLogAreReadFromItsEnd() {
    ProfiledBmc bmc = ProfiledBmc.plain("log-entries=20000");
    assertThat(events(bmc, 2)).containsExactly(19_999, 20_000);
    assertThat(bmc.asked()).isLessThan(FEW_COMMANDS);
  }

  @Test
  void aLogThatGoesRoundIsAtItsEndWhereItComesBack() {
    ProfiledBmc bmc = ProfiledBmc.plain("log-entries=5", "log-goes-round=yes");
    assertThat(events(bmc, 3)).containsExactly(3, 4, 5);
    assertThat(bmc.asked()).isLessThan(FEW_COMMANDS);
    ProfiledBmc longer = ProfiledBmc.plain("log-entries=500", "log-goes-round=yes");
    assertThat(events(longer, 3)).containsExactly(498, 499, 500);
    assertThat(longer.asked()).isLessThan(FEW_COMMANDS);
  }

  @Test
  void aFirstEntryThatIsListedTwiceIsReadOnce() {
    assertThat(events(ProfiledBmc.named("fboss"), 200))
        .isEqualTo(IntStream.rangeClosed(1, 128).boxed().toList());
    assertThat(events(ProfiledBmc.named("fboss"), 3)).containsExactly(126, 127, 128);
  }

  @Test
  void aLogOfWhichTheFirstEntryAloneIsListedSaysThatOthersAreMissing() {
    ProfiledBmc bmc = ProfiledBmc.plain("log-entries=128", "log-first=alone");
    List<DeviceEvent> events = read(bmc, power -> ((EventLog) power).events(200, PATIENCE));
    assertThat(events).hasSize(2);
    assertThat(events.getLast().text())
        .isEqualTo("only 1 of about 128 entries could be read; newer ones are missing");
  }

  @Test
  void gapsInALogAreSteppedOver() {
    assertThat(events(ProfiledBmc.plain("log-entries=100", "log-step=7"), 3))
        .containsExactly(686, 693, 700);
    assertThat(events(ProfiledBmc.plain("log-entries=100", "log-step=50"), 3))
        .containsExactly(4900, 4950, 5000);
    assertThat(events(ProfiledBmc.named("long-log"), 2)).containsExactly(13_998, 14_000);
  }

  @Test
  void aLogThatKnowsNoLastEntryIsReadFromItsBeginning() {
    assertThat(events(ProfiledBmc.plain("log-entries=100", "log-knows-last=no"), 2))
        .containsExactly(99, 100);
  }

  @Test
  void anEmptyLogHasNoEvents() {
    assertThat(events(ProfiledBmc.plain(), 2)).isEmpty();
  }
}
