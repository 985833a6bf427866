package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;
import org.novabm.spi.power.AccountControl;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.Sensor;
import org.novabm.spi.power.SensorReader;

/** What a BMC knows of its machine: read from ipmi_sim, and compared with what ipmitool reads. */
class HardwareTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A temperature above its first threshold, a fan, and a power supply that is there. */
  private static final String SENSORS =
      """
      sensor_add 0x20 0 1 0x01 0x01
      sensor_set_threshold 0x20 0 1 settable 111000 0x64 0x5f 0x50 0 0 0
      sensor_set_event_support 0x20 0 1 enable scanning per-state 000111111111111 000111111111111 000111111111111 000111111111111
      sensor_set_value 0x20 0 1 0x55 0
      sensor_add 0x20 0 2 0x04 0x01
      sensor_set_event_support 0x20 0 2 enable scanning per-state 000111111111111 000111111111111 000111111111111 000111111111111
      sensor_set_value 0x20 0 2 0x32 0
      sensor_add 0x20 0 3 0x08 0x6f
      sensor_set_event_support 0x20 0 3 enable scanning per-state 000111111111111 000111111111111 000111111111111 000111111111111
      sensor_set_bit 0x20 0 3 0 1 0
      """;

  private static final String LOG =
      """
      sel_enable 0x20 1000 0x0a
      sel_add 0x20 0x02 0x00 0xf1 0x53 0x65 0x20 0x00 0x04 0x08 0x53 0x6f 0x00 0xff 0xff
      sel_add 0x20 0x02 0x10 0xf1 0x53 0x65 0x20 0x00 0x04 0x02 0x60 0x01 0x52 0x10 0x20
      sel_add 0x20 0x02 0x20 0xf1 0x53 0x65 0x20 0x00 0x04 0x0c 0x53 0xef 0x00 0xff 0x01
      """;

  /** Chassis, board and product: makers, parts and serial numbers in all three kinds of text. */
  private static final String INVENTORY =
      "mc_add_fru_data 0x20 0 256 data 0x01 0x00 0x01 0x03 0x08 0x00 0x00 0xf3"
          + area(16, "01 02 17 c3 43 2d 31 c3 43 48 37 c1")
          + area(40, "01 05 19 00 00 00 c4 41 63 6d 65 c2 42 31 c3 42 53 39 83 70 23 01 c0 c1")
          + area(
              32,
              "01 04 19 c4 41 63 6d 65 c6 52 6f 63 6b 65 74 c2 52 31 c2 76 32 42 12 34 c3 41 2d 37 c1")
          + "\n";

  /** The last byte is the checksum. */
  private static String area(int size, String octets) {
    String text = octets + " 00".repeat(size - octets.split(" ").length - 1);
    int sum = Arrays.stream(text.split(" ")).mapToInt(one -> Integer.parseInt(one, 16)).sum();
    return " 0x" + (text + " %02x".formatted(-sum & 0xff)).replace(" ", " 0x");
  }

  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private IpmiSimulator simulator;
  private Ipmitool ipmitool;
  private PowerManager power;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    simulator =
        IpmiSimulator.startWith(
            folder,
            LOG
                + INVENTORY
                + SENSORS
                + SensorRecords.temperature(1, "CPU Temp")
                + SensorRecords.fan(2, "Fan 1")
                + SensorRecords.powerSupply(3, "PSU 1"));
    power = provider.open(simulator.endpoint());
    ipmitool = new Ipmitool(simulator.endpoint(), 3);
  }

  @AfterEach
  void stop() {
    if (power != null) {
      power.close();
      simulator.close();
    }
    provider.close();
  }

  @Test
  void sensorsAreAsIpmitoolReadsThem() throws Exception {
    List<Sensor> sensors = ((SensorReader) power).sensors(PATIENCE);
    String theirs = ipmitool.run("sdr", "elist", "full");
    assertThat(theirs).contains("CPU Temp").contains("85 degrees C").contains("Fan 1");
    assertThat(sensors)
        .containsExactly(
            new Sensor("CPU Temp", "temperature", 85.0, "°C", Sensor.Health.WARNING),
            new Sensor("Fan 1", "fan", 5000.0, "rpm", Sensor.Health.GOOD),
            new Sensor("PSU 1", "power supply", null, "", Sensor.Health.UNKNOWN));
    assertThat(theirs).contains("5000 RPM");
  }

  @Test
  void aBmcWithoutSensorsHasNone(@TempDir Path folder) throws Exception {
    try (IpmiSimulator bare = IpmiSimulator.start(folder);
        PowerManager manager = provider.open(bare.endpoint())) {
      assertThat(((SensorReader) manager).sensors(PATIENCE)).isEmpty();
    }
  }

  @Test
  void eventsAreAsIpmitoolReadsThem() throws Exception {
    List<DeviceEvent> events = ((EventLog) power).events(2, PATIENCE);
    assertThat(ipmitool.run("sel", "list").lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("Power Supply #0x53", "Presence detected"),
            second -> assertThat(second).contains("Voltage #0x60", "Lower Critical going low"),
            third -> assertThat(third).contains("Memory #0x53", "Correctable ECC", "Deasserted"));
    assertThat(events).extracting(DeviceEvent::source).containsExactly("voltage 96", "memory 83");
    assertThat(events)
        .extracting(DeviceEvent::text)
        .containsExactly("lower critical threshold, going low", "correctable error, no longer");
    assertThat(events.getFirst().time()).as("the clock of ipmi_sim is not set").isNull();
  }

  @Test
  void thePasswordIsChanged() throws Exception {
    ((AccountControl) power).changePassword(Secret.of("another, 16 long"), PATIENCE);
    power.close();
    try (PowerManager old = provider.open(simulator.endpoint());
        PowerManager fresh = provider.open(simulator.endpoint("admin", "another, 16 long"))) {
      assertThat(fresh.state(PATIENCE)).isEqualTo(PowerState.OFF);
      assertThatThrownBy(() -> old.state(PATIENCE)).isInstanceOf(BackendException.Refused.class);
    }
  }

  @Test
  void whatIsWrittenOnTheMachineIsAsIpmitoolReadsIt() throws Exception {
    String theirs = ipmitool.run("fru", "print", "0");
    assertThat(theirs).contains("Rocket", "CH7", "BS9", "A-7");
    assertThat(((AssetDataReader) power).inventory(PATIENCE))
        .isEqualTo(new AssetData("Acme", "Rocket", "R1", "1234", "BS9", "A-7"));
  }
}
