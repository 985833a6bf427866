package org.novabm.power.redfish;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.VirtualMedia;
import tools.jackson.databind.JsonNode;

/** The power, boot device, drive and inventory of one ComputerSystem. */
final class RedfishPowerManager
    implements PowerManager, BootDeviceControl, SecureBootControl, VirtualMedia, AssetDataReader {

  private final RedfishSession session;
  private final ComputerSystem system;
  private final SystemPower power;
  private final SystemBoot boot;

  RedfishPowerManager(RedfishSession session, ComputerSystem system, Duration cycleShowsOff) {
    this.session = session;
    this.system = system;
    this.power = new SystemPower(session, system, cycleShowsOff);
    this.boot = new SystemBoot(session, system);
  }

  private JsonNode read(Deadline deadline) {
    return system.read(deadline).body();
  }

  @Override
  public PowerState state(Duration within) {
    return power.state(Deadline.in(within));
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    return power.apply(action, Deadline.in(within));
  }

  @Override
  public BootSelection bootSelection(Duration within) {
    return boot.read(Deadline.in(within));
  }

  @Override
  public BootSelection select(BootSelection selection, Duration within) {
    return boot.select(selection, Deadline.in(within));
  }

  @Override
  public boolean secureBoot(Duration within) {
    Deadline deadline = Deadline.in(within);
    return new SecureBoot(session, read(deadline)).read(deadline);
  }

  @Override
  public boolean secureBoot(boolean wanted, Duration within) {
    Deadline deadline = Deadline.in(within);
    return new SecureBoot(session, read(deadline)).set(wanted, deadline);
  }

  @Override
  public @Nullable URI inserted(Duration within) {
    Deadline deadline = Deadline.in(within);
    return CdDrives.of(session, read(deadline), deadline).inserted(deadline);
  }

  @Override
  public void insert(URI image, Duration within) {
    Deadline deadline = Deadline.in(within);
    CdDrives.of(session, read(deadline), deadline).insert(image, deadline);
  }

  @Override
  public void eject(Duration within) {
    Deadline deadline = Deadline.in(within);
    CdDrives.of(session, read(deadline), deadline).eject(deadline);
  }

  @Override
  public AssetData inventory(Duration within) {
    JsonNode machine = read(Deadline.in(within));
    return new AssetData(
        text(machine, "Manufacturer"),
        text(machine, "Model"),
        text(machine, "PartNumber"),
        text(machine, "SerialNumber"),
        "",
        text(machine, "AssetTag"));
  }

  /** Some fill what they do not know with blanks. */
  private static String text(JsonNode machine, String property) {
    return AnswerText.text(machine, property).strip();
  }

  @Override
  public void close() {
    session.close();
  }
}
