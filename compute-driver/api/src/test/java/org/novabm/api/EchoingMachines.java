package org.novabm.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.novabm.device.Backends;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.DeviceEvent;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.RawCommands;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.RestorePolicyControl;
import org.novabm.spi.power.Sensor;
import org.novabm.spi.power.SensorReader;
import org.novabm.spi.power.SerialLine;

/** Machines that say what is typed; those with power manager "fake" have no serial line. */
final class EchoingMachines implements Backends {

  final AtomicReference<Duration> light = new AtomicReference<>(Duration.ZERO);
  final AtomicReference<RestorePolicy> policy = new AtomicReference<>(RestorePolicy.PREVIOUS);
  final AtomicInteger open = new AtomicInteger();
  final AtomicBoolean fallsSilent = new AtomicBoolean();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final AtomicReference<CountDownLatch> maySense = new AtomicReference<>(new CountDownLatch(0));

  @Override
  public PowerManager power(String manager, Endpoint bmc) {
    return manager.equals("fake") ? new Mute() : new Talking();
  }

  @Override
  public SwitchManager network(NetworkSwitch networkSwitch) {
    throw new UnsupportedOperationException();
  }

  private class Mute implements PowerManager {
    @Override
    public PowerState state(Duration within) {
      return PowerState.ON;
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      asked.add("power");
      return action.target();
    }

    @Override
    public void close() {}
  }

  private final class Talking extends Mute
      implements ConsoleAccess,
          SensorReader,
          EventLog,
          AssetDataReader,
          LocatorLight,
          RestorePolicyControl,
          RawCommands {
    @Override
    public byte[] raw(int netFn, int command, byte[] data, Duration within) {
      return new byte[] {(byte) 0xc1, (byte) netFn, (byte) command, (byte) data.length};
    }

    @Override
    public List<Sensor> sensors(Duration within) {
      asked.add("sensors");
      try {
        maySense.get().await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return List.of(
          new Sensor("CPU Temp", "temperature", 85.0, "°C", Sensor.Health.WARNING),
          new Sensor("PSU 1", "power supply", null, "", Sensor.Health.UNKNOWN));
    }

    @Override
    public List<DeviceEvent> events(int most, Duration within) {
      asked.add("events");
      if (fallsSilent.get()) {
        throw new BackendException.Unreachable("10.1.0.7:6230", "no answer to Get SEL Entry");
      }
      return List.of(new DeviceEvent(7, SmallService.NOW, "memory 83", "correctable error"));
    }

    @Override
    public AssetData inventory(Duration within) {
      throw new BackendException.Refused("10.1.0.7:6230", "no inventory is kept");
    }

    @Override
    public void shine(Duration time, Duration within) {
      light.set(time);
    }

    @Override
    public RestorePolicy restorePolicy(Duration within) {
      return policy.get();
    }

    @Override
    public RestorePolicy restore(RestorePolicy wanted, Duration within) {
      policy.set(wanted);
      return wanted;
    }

    @Override
    public SerialLine openConsole(Claim claim, Duration within) {
      open.incrementAndGet();
      return new Line();
    }
  }

  private final class Line implements SerialLine {
    private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
    private boolean left;

    @Override
    public byte[] read(Duration within) {
      try {
        byte[] next = said.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new byte[0] : next;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int write(byte[] typed) {
      said.add(typed);
      return typed.length;
    }

    @Override
    public void sendBreak() {
      said.add("[break]".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public synchronized void close() {
      if (!left) {
        left = true;
        open.decrementAndGet();
        said.add(new byte[0]);
      }
    }
  }
}
