package org.novabm.contract.world;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.NeighbourTable;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.DeviceIdentity;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.VirtualMedia;

/** Machines and ports as they really are, for a test to look at. */
public final class MemoryDevices {

  public final Map<String, PowerState> power = new ConcurrentHashMap<>();
  public final Map<String, BootDevice> boot = new ConcurrentHashMap<>();
  public final Map<PortName, PortMode> ports = new ConcurrentHashMap<>();
  public final Map<PortName, List<MacAddress>> heard = new ConcurrentHashMap<>();

  /** Machines whose light is on. */
  public final Set<String> lights = ConcurrentHashMap.newKeySet();

  /** What is in their virtual drives. */
  public final Map<String, URI> drives = new ConcurrentHashMap<>();

  /** BMCs have such a drive. */
  public boolean media;

  /** How they take what they are told. */
  public Mood mood = Mood.OBEYS;

  /** The switch forwards what it was told not to. */
  public boolean leaking;

  /** Machines are on outlets, which cannot ask an operating system. */
  public boolean outlets;

  /** BMCs refuse to ask a system, and keep nothing but the boot device. */
  public boolean stubborn;

  /** No operating system heeds the power button. */
  public boolean deaf;

  /** BMCs take this order and do nothing. */
  public @Nullable PowerAction ignored;

  /** The switch takes orders and leaves its ports as they are. */
  public boolean stuckPorts;

  /** Boot devices that are to hold for more than one boot. */
  public final Set<BootDevice> persistent = ConcurrentHashMap.newKeySet();

  /** What the machines were told, in order. */
  public final List<PowerAction> orders = new CopyOnWriteArrayList<>();

  public PowerManager power(String address) {
    return media ? new MachineWithDrive(address) : new Machine(address);
  }

  public SwitchManager network() {
    return new Ports();
  }

  private void answer(String who) {
    mood.answer(who);
  }

  private class Machine
      implements PowerManager, BootDeviceControl, LocatorLight, AssetDataReader, IdentityReader {
    private final String address;

    Machine(String address) {
      this.address = address;
    }

    @Override
    public PowerState state(Duration within) {
      answer(address);
      return power.getOrDefault(address, PowerState.ON);
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      answer(address);
      if (mood == Mood.IDLE) {
        return state(within);
      }
      if (outlets && action == PowerAction.SOFT_OFF) {
        throw new BackendException.Unsupported(address, "an outlet cannot ask");
      }
      if (stubborn && action == PowerAction.SOFT_OFF) {
        throw new BackendException.Refused(address, "no system listens");
      }
      orders.add(action);
      if (action != ignored && (!deaf || action != PowerAction.SOFT_OFF)) {
        power.put(address, action.target());
      }
      if (mood == Mood.LIES) {
        return action.target() == PowerState.ON ? PowerState.OFF : PowerState.ON;
      }
      return state(within);
    }

    @Override
    public BootSelection bootSelection(Duration within) {
      return new BootSelection(boot.getOrDefault(address, BootDevice.DEFAULT), true, Firmware.BIOS);
    }

    @Override
    public BootSelection select(BootSelection selection, Duration within) {
      answer(address);
      if (mood == Mood.IDLE) {
        throw new BackendException.ProtocolViolation(address, "reads back another boot device");
      }
      boot.put(address, selection.device());
      if (selection.persistent()) {
        persistent.add(selection.device());
      }
      if (mood == Mood.LIES) {
        throw new BackendException.ProtocolViolation(address, "reads back another boot device");
      }
      return stubborn ? new BootSelection(selection.device(), false, Firmware.UEFI) : selection;
    }

    @Override
    public AssetData inventory(Duration within) {
      answer(address);
      return new AssetData("ACME", "R1\u0000 ", "", "SN-" + address, "", "");
    }

    @Override
    public DeviceIdentity identity(Duration within) {
      answer(address);
      return new DeviceIdentity(343, 1, "2.17");
    }

    @Override
    public void shine(Duration time, Duration within) {
      answer(address);
      if (mood == Mood.IDLE) {
        throw new BackendException.ProtocolViolation(address, "the light is as it was");
      }
      if (time.isZero()) {
        lights.remove(address);
      } else {
        lights.add(address);
      }
      if (mood == Mood.LIES) {
        throw new BackendException.ProtocolViolation(address, "the light is as it was");
      }
    }

    @Override
    public void close() {}
  }

  private final class MachineWithDrive extends Machine implements VirtualMedia {
    private final String address;

    MachineWithDrive(String address) {
      super(address);
      this.address = address;
    }

    @Override
    public @Nullable URI inserted(Duration within) {
      answer(address);
      return drives.get(address);
    }

    @Override
    public void insert(URI image, Duration within) {
      change(() -> drives.put(address, image));
    }

    @Override
    public void eject(Duration within) {
      change(() -> drives.remove(address));
    }

    private void change(Runnable change) {
      answer(address);
      if (mood != Mood.IDLE) {
        change.run();
      }
      if (mood == Mood.IDLE || mood == Mood.LIES) {
        throw new BackendException.ProtocolViolation(address, "reads back another medium");
      }
    }
  }

  private final class Ports implements SwitchManager, SegmentProbe, NeighbourTable {
    @Override
    public PortState read(PortName port, Duration within) {
      answer("switch");
      return new PortState(port, ports.getOrDefault(port, new Idle()));
    }

    @Override
    public List<PortState> list(Duration within) {
      return ports.keySet().stream().sorted().map(port -> read(port, within)).toList();
    }

    @Override
    public PortState attach(PortName port, Segment segment, Duration within) {
      PortState before = read(port, within);
      if (!stuckPorts && mood != Mood.IDLE) {
        ports.put(port, segment);
      }
      return mood == Mood.LIES ? before : read(port, within);
    }

    @Override
    public PortState detach(PortName port, Duration within) {
      PortState before = read(port, within);
      if (mood != Mood.IDLE) {
        ports.remove(port);
      }
      return mood == Mood.LIES ? before : read(port, within);
    }

    @Override
    public void ensureVlan(Vlan vlan, Duration within) {}

    @Override
    public void removeVlan(VlanId vlan, Duration within) {}

    @Override
    public ProbeResult probe(PortName port, VlanId vlan, Duration within) {
      answer("switch");
      boolean reached = ports.get(port) instanceof Segment segment && segment.carries(vlan);
      return new ProbeResult(reached || leaking || mood == Mood.LIES, "probed " + port);
    }

    @Override
    public List<Neighbour> neighbours(Duration within) {
      return List.of();
    }

    @Override
    public List<MacAddress> learned(PortName port, Duration within) {
      answer("switch");
      return heard.getOrDefault(port, List.of());
    }

    @Override
    public void close() {}
  }
}
