package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.power.ipmi.ScriptedStorage.Fault;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.Inventory;
import org.novabm.spi.power.InventoryReader;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.Sensor;
import org.novabm.spi.power.SensorReader;

/** One record, area or entry of a BMC is broken; the others are read all the same. */
@Timeout(60)
class BrokenRecordsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final IpmiPowerProvider provider = new IpmiPowerProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  private <T> T read(ScriptedStorage storage, Function<PowerManager, T> question)
      throws IOException {
    try (ScriptedBmc bmc = ScriptedBmc.start(CipherSuite.SUITE_3, storage);
        PowerManager power = provider.open(bmc.endpoint())) {
      return question.apply(power);
    }
  }

  private List<Sensor> sensors(Fault... faults) throws IOException {
    return read(
        new ScriptedStorage(new ScriptedChassis(), faults),
        power -> ((SensorReader) power).sensors(PATIENCE));
  }

  private Inventory inventory(Fault... faults) throws IOException {
    return read(
        new ScriptedStorage(new ScriptedChassis(), faults),
        power -> ((InventoryReader) power).inventory(PATIENCE));
  }

  private List<Integer> events(ScriptedStorage storage, int most) throws IOException {
    List<DeviceEvent> events = read(storage, power -> ((EventLog) power).events(most, PATIENCE));
    return events.stream().map(DeviceEvent::id).toList();
  }

  private static ScriptedStorage log(Fault... faults) {
    return new ScriptedStorage(new ScriptedChassis(), faults);
  }

  @Test
  void aSoundRepositoryIsReadWhole() throws IOException {
    assertThat(sensors())
        .extracting(Sensor::name)
        .containsExactly("CPU Temp", "Sys Temp", "Fan 1", "PSU 12V");
    assertThat(sensors()).extracting(Sensor::value).containsExactly(41.0, 42.0, 43.0, 44.0);
  }

  @ParameterizedTest
  @EnumSource(names = {"GHOST_RECORD", "SMALL_PIECES"})
  void whatIsOnlyOddLosesNoSensor(Fault fault) throws IOException {
    assertThat(sensors(fault))
        .extracting(Sensor::name)
        .containsExactly("CPU Temp", "Sys Temp", "Fan 1", "PSU 12V");
  }

  @ParameterizedTest
  @EnumSource(names = {"RECORD_TIMES_OUT", "JUNK_RECORD"})
  void oneBadRecordIsNamedAndTheOthersAreRead(Fault fault) throws IOException {
    List<Sensor> sensors = sensors(fault);
    assertThat(sensors)
        .extracting(Sensor::name)
        .containsExactly("CPU Temp", "Sys Temp", "PSU 12V", "sensor record 0x0003");
    assertThat(sensors.getLast().kind()).startsWith("unreadable: ").contains("(0xC");
  }

  @Test
  void anAreaThatClaimsTooMuchIsReadToTheEndOfTheDevice() throws IOException {
    Inventory inventory = inventory(Fault.LONG_AREA);
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
  void anAreaWithoutBytesIsPassedOver() throws IOException {
    Inventory inventory = inventory(Fault.EMPTY_AREA);
    assertThat(inventory.product()).isEqualTo("Board1");
    assertThat(inventory.serial()).isEqualTo("CSERIAL");
    assertThat(inventory.boardSerial()).isEqualTo("BSERIAL");
    assertThat(inventory.remarks()).singleElement().asString().contains("product area");
  }

  @Test
  void anInventoryInSmallPiecesIsReadWhole() throws IOException {
    Inventory inventory = inventory(Fault.SMALL_PIECES);
    assertThat(inventory).isEqualTo(inventory());
    assertThat(inventory.remarks()).isEmpty();
  }

  @Test
  void theNewestOfALongLogAreReadFromItsEnd() throws IOException {
    ScriptedStorage log = log().logged(IntStream.rangeClosed(1, 20_000).toArray());
    assertThat(events(log, 2)).containsExactly(19_999, 20_000);
    assertThat(log.questions).hasValueLessThan(10);
  }

  @Test
  void aLogThatGoesRoundIsAtItsEndWhereItComesBack() throws IOException {
    ScriptedStorage log = log(Fault.CIRCULAR_LOG).logged(1, 2, 3, 4, 5);
    assertThat(events(log, 3)).containsExactly(3, 4, 5);
    assertThat(log.questions).hasValueLessThan(10);
  }

  @Test
  void gapsInALogAreSteppedOver() throws IOException {
    int[] ids = IntStream.rangeClosed(1, 100).map(i -> i * 7).toArray();
    assertThat(events(log().logged(ids), 3)).containsExactly(686, 693, 700);
    int[] wide = IntStream.rangeClosed(1, 100).map(i -> i * 50).toArray();
    assertThat(events(log().logged(wide), 3)).containsExactly(4900, 4950, 5000);
  }

  @Test
  void aLogThatKnowsNoLastEntryIsReadFromItsBeginning() throws IOException {
    int[] ids = IntStream.rangeClosed(1, 100).toArray();
    assertThat(events(log(Fault.NO_LAST_ENTRY).logged(ids), 2)).containsExactly(99, 100);
  }

  @Test
  void anEmptyLogHasNoEvents() throws IOException {
    assertThat(events(log(), 2)).isEmpty();
  }
}
