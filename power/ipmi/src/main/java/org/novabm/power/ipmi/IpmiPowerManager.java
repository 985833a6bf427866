package org.novabm.power.ipmi;

import java.time.Duration;
import java.util.List;
import org.novabm.power.ipmi.wire.DeviceId;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.DeviceIdentity;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.RawCommands;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.RestorePolicyControl;
import org.novabm.spi.power.Sensor;
import org.novabm.spi.power.SensorReader;

/** The power, boot device and identity of one machine, through its BMC. */
class IpmiPowerManager
    implements PowerManager,
        BootDeviceControl,
        IdentityReader,
        LocatorLight,
        RestorePolicyControl,
        SensorReader,
        EventLog,
        AssetDataReader,
        RawCommands {

  private final IpmiBmc bmc;
  private final ChassisPower power;
  private final BootOptions boot;
  private final boolean raw;

  IpmiPowerManager(IpmiBmc bmc, IpmiSettings settings) {
    this.bmc = bmc;
    this.power = new ChassisPower(bmc, settings);
    this.boot = new BootOptions(bmc, settings);
    this.raw = settings.raw();
  }

  @Override
  public PowerState state(Duration within) {
    return power.read(CommandDeadline.in(within));
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    return power.apply(action, CommandDeadline.in(within));
  }

  @Override
  public BootSelection bootSelection(Duration within) {
    return boot.read(CommandDeadline.in(within));
  }

  @Override
  public BootSelection select(BootSelection selection, Duration within) {
    return boot.select(selection, CommandDeadline.in(within));
  }

  @Override
  public DeviceIdentity identity(Duration within) {
    Octets data = bmc.execute(IpmiCommand.getDeviceId(), CommandDeadline.in(within));
    try {
      DeviceId id = DeviceId.parse(data);
      return new DeviceIdentity(id.manufacturer(), id.product(), id.firmware());
    } catch (MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "a device id that cannot be read: '" + data + "'", e);
    }
  }

  @Override
  public void shine(Duration time, Duration within) {
    new ChassisLight(bmc).shine(time, CommandDeadline.in(within));
  }

  @Override
  public RestorePolicy restorePolicy(Duration within) {
    return new PowerRestore(bmc).read(CommandDeadline.in(within));
  }

  @Override
  public RestorePolicy restore(RestorePolicy wanted, Duration within) {
    return new PowerRestore(bmc).set(wanted, CommandDeadline.in(within));
  }

  @Override
  public List<Sensor> sensors(Duration within) {
    return new Sensors(bmc).read(CommandDeadline.in(within));
  }

  @Override
  public List<DeviceEvent> events(int most, Duration within) {
    return new SystemEvents(bmc).read(most, CommandDeadline.in(within));
  }

  @Override
  public AssetData inventory(Duration within) {
    return new FruInventory(bmc).read(CommandDeadline.in(within));
  }

  @Override
  public byte[] raw(int netFn, int command, byte[] data, Duration within) {
    if (!raw) {
      throw new BackendException.Refused(
          bmc.name(),
          "raw commands are not allowed; raw = true in its group of the configuration allows them");
    }
    IpmiCommand asked = new IpmiCommand("a raw command", netFn, command, Octets.copyOf(data));
    IpmiResponse answer = bmc.ask(asked, CommandDeadline.in(within));
    byte[] both = new byte[1 + answer.data().size()];
    both[0] = (byte) answer.completion().value();
    System.arraycopy(answer.data().toByteArray(), 0, both, 1, answer.data().size());
    return both;
  }

  @Override
  public void close() {
    bmc.close();
  }
}
