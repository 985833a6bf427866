package org.novabm.api.v1;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.BmcView;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.DeviceIdentity;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.Sensor;

/** Shows what was read of a BMC; null stays null. */
final class BmcViews {

  private BmcViews() {}

  static BmcView.@Nullable IdentityView identity(@Nullable DeviceIdentity read) {
    return read == null
        ? null
        : new BmcView.IdentityView(read.manufacturer(), read.product(), read.firmware());
  }

  static BmcView.@Nullable InventoryView inventory(@Nullable AssetData read) {
    return read == null
        ? null
        : new BmcView.InventoryView(
            read.manufacturer(),
            read.product(),
            read.part(),
            read.serial(),
            read.boardSerial(),
            read.asset());
  }

  static @Nullable String policy(@Nullable RestorePolicy read) {
    return read == null ? null : read.word();
  }

  static @Nullable List<BmcView.SensorView> sensors(@Nullable List<Sensor> read) {
    return read == null ? null : read.stream().map(BmcViews::sensor).toList();
  }

  private static BmcView.SensorView sensor(Sensor read) {
    return new BmcView.SensorView(
        read.name(), read.kind(), read.value(), read.unit(), word(read.health()));
  }

  static @Nullable List<BmcView.EventView> events(@Nullable List<DeviceEvent> read) {
    return read == null ? null : read.stream().map(BmcViews::event).toList();
  }

  private static BmcView.EventView event(DeviceEvent read) {
    return new BmcView.EventView(
        read.id(), TimeText.orNull(read.time()), read.source(), read.text());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
