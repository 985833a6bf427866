package org.novabm.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Machines and ports as they really are, for a test to look at. */
final class MemoryDevices {

  final Map<String, PowerState> power = new ConcurrentHashMap<>();
  final Map<String, BootDevice> boot = new ConcurrentHashMap<>();
  final Map<PortName, VlanId> ports = new ConcurrentHashMap<>();

  PowerManager power(String address) {
    return new Machine(address);
  }

  SwitchManager network() {
    return new Ports();
  }

  private final class Machine implements PowerManager, BootDeviceControl {
    private final String address;

    Machine(String address) {
      this.address = address;
    }

    @Override
    public PowerState state(Duration within) {
      return power.getOrDefault(address, PowerState.ON);
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      power.put(address, action.target());
      return action.target();
    }

    @Override
    public BootSelection bootSelection(Duration within) {
      return new BootSelection(boot.getOrDefault(address, BootDevice.DEFAULT), true, Firmware.BIOS);
    }

    @Override
    public BootSelection select(BootSelection selection, Duration within) {
      boot.put(address, selection.device());
      return selection;
    }

    @Override
    public void close() {}
  }

  private final class Ports implements SwitchManager {
    @Override
    public PortState read(PortName port, Duration within) {
      return state(port, ports.get(port));
    }

    @Override
    public PortState attach(PortName port, VlanId vlan, Duration within) {
      ports.put(port, vlan);
      return state(port, vlan);
    }

    @Override
    public PortState detach(PortName port, Duration within) {
      ports.remove(port);
      return state(port, null);
    }

    private PortState state(PortName port, @Nullable VlanId vlan) {
      return new PortState(port, vlan);
    }

    @Override
    public void close() {}
  }
}
