package org.novabm.power.ipmi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SensorRecord;
import org.novabm.power.ipmi.wire.SensorScale;
import org.novabm.power.ipmi.wire.SensorState;
import org.novabm.spi.power.Sensor;
import org.novabm.spi.power.Sensor.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Get Sensor Reading (IPMI 2.0, section 35.14) of all sensors of the BMC itself; those of other
 * controllers behind it are left out, for commands are not bridged.
 */
final class Sensors {

  private static final int SENSOR_EVENT = 0x04;
  private static final int GET_READING = 0x2D;
  private static final int BMC = 0x20;
  private static final int NON_CRITICAL = 0b001001;
  private static final int CRITICAL = 0b010010;
  private static final int NON_RECOVERABLE = 0b100100;

  /** Busy with one sensor for longer means that it has no value. */
  private static final Duration ONE_READING = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(Sensors.class);

  private final IpmiBmc bmc;

  Sensors(IpmiBmc bmc) {
    this.bmc = bmc;
  }

  List<Sensor> read(CommandDeadline deadline) {
    SensorRepository.Contents contents = new SensorRepository(bmc).read(deadline);
    List<Sensor> all = new ArrayList<>();
    for (SensorRecord record : contents.records()) {
      if (record.owner() == BMC && record.lun() == 0) {
        all.add(sensor(record, state(record, deadline)));
      }
    }
    contents.gaps().forEach(gap -> all.add(unreadable(gap)));
    return all;
  }

  private static Sensor unreadable(SensorRepository.Gap gap) {
    String name = "sensor record 0x%04X".formatted(gap.record());
    return new Sensor(name, "unreadable: " + gap.why(), null, "", Health.UNKNOWN);
  }

  /** Null when the BMC does not have what it describes, it is off, or shows nothing readable. */
  private @Nullable SensorState state(SensorRecord record, CommandDeadline deadline) {
    IpmiResponse response =
        bmc.ask(
            new IpmiCommand(
                "Get Sensor Reading", SENSOR_EVENT, GET_READING, Octets.of(record.number())),
            deadline.sooner(ONE_READING));
    if (!response.completion().equals(CompletionCode.DONE)) {
      return null;
    }
    try {
      SensorState state = SensorState.parse(response.data());
      return state.available() ? state : null;
    } catch (MalformedPacketException e) {
      log.debug("{}: sensor '{}' shows '{}'", bmc.name(), record.name(), response.data());
      return null;
    }
  }

  private static Sensor sensor(SensorRecord record, @Nullable SensorState state) {
    SensorScale scale = record.scale();
    Double value = state == null || scale == null ? null : scale.value(state.raw());
    return new Sensor(
        record.name(),
        SensorWords.type(record.type()),
        value,
        value == null ? "" : record.percent() ? "%" : SensorWords.unit(record.unit()),
        state == null ? Health.UNKNOWN : health(record, state.states()));
  }

  private static Health health(SensorRecord record, int states) {
    if (!record.hasThresholds()) {
      return Health.UNKNOWN;
    }
    if ((states & NON_RECOVERABLE) != 0) {
      return Health.FATAL;
    }
    if ((states & CRITICAL) != 0) {
      return Health.CRITICAL;
    }
    return (states & NON_CRITICAL) != 0 ? Health.WARNING : Health.GOOD;
  }
}
