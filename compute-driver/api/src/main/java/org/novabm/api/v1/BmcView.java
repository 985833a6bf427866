package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.DeviceIdentity;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.Sensor;

/**
 * What a BMC says of itself and its machine. What it does not have, or the power manager cannot
 * read, is left out.
 *
 * @param restorePolicy what the machine does when mains power comes back
 * @param secureBoot whether only what is signed boots the next time
 * @param media the image in the virtual drive
 * @param troubles what could not be read, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BmcView(
    String address,
    @Nullable DeviceIdentity identity,
    @JsonProperty("restore_policy") @Nullable String restorePolicy,
    @JsonProperty("secure_boot") @Nullable Boolean secureBoot,
    @Nullable String media,
    @Nullable InventoryView inventory,
    @Nullable List<SensorView> sensors,
    @Nullable List<EventView> events,
    List<String> troubles) {

  record InventoryView(
      String manufacturer,
      String product,
      String part,
      String serial,
      @JsonProperty("board_serial") String boardSerial,
      String asset) {

    static InventoryView of(AssetData read) {
      return new InventoryView(
          read.manufacturer(),
          read.product(),
          read.part(),
          read.serial(),
          read.boardSerial(),
          read.asset());
    }
  }

  record SensorView(String name, String kind, @Nullable Double value, String unit, String health) {

    static SensorView of(Sensor read) {
      return new SensorView(
          read.name(), read.kind(), read.value(), read.unit(), word(read.health()));
    }
  }

  record EventView(int id, @Nullable String time, String source, String text) {

    static EventView of(DeviceEvent read) {
      return new EventView(read.id(), TimeText.orNull(read.time()), read.source(), read.text());
    }
  }

  static @Nullable String policy(@Nullable RestorePolicy read) {
    return read == null ? null : read.word();
  }

  static @Nullable List<SensorView> sensorsOf(@Nullable List<Sensor> read) {
    return read == null ? null : read.stream().map(SensorView::of).toList();
  }

  static @Nullable List<EventView> eventsOf(@Nullable List<DeviceEvent> read) {
    return read == null ? null : read.stream().map(EventView::of).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
