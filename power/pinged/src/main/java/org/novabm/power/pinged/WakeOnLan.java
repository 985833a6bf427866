package org.novabm.power.pinged;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** One machine that is woken by a packet, and switched off by the operator's program or by hand. */
final class WakeOnLan implements PowerManager {

  private final Ping ping;
  private final MacAddress mac;
  private final MagicPacket packet;
  private final int port;
  private final WakeOnLanSettings settings;

  WakeOnLan(Ping ping, MacAddress mac, MagicPacket packet, int port, WakeOnLanSettings settings) {
    this.ping = ping;
    this.mac = mac;
    this.packet = packet;
    this.port = port;
    this.settings = settings;
  }

  @Override
  public PowerState state(Duration within) {
    return ping.state(Deadline.in(within));
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    Deadline deadline = Deadline.in(within);
    return switch (action) {
      case ON -> wake(deadline);
      case OFF, SOFT_OFF -> switchOff(deadline);
      case CYCLE, RESET -> switchOff(deadline) == PowerState.ON ? PowerState.ON : wake(deadline);
    };
  }

  /** A packet is never acknowledged, so it is sent again until the machine answers. */
  private PowerState wake(Deadline deadline) {
    PowerState state = ping.state(deadline);
    while (state == PowerState.OFF && !deadline.isOver()) {
      send();
      state = ping.await(PowerState.ON, deadline.butWithin(settings.again()));
    }
    return state;
  }

  private void send() {
    try {
      packet.send(new InetSocketAddress(settings.broadcast(), port));
    } catch (IOException e) {
      throw new BackendException.Unreachable(
          ping.display(),
          "the packet cannot be sent to %s: %s".formatted(settings.broadcast(), e.getMessage()),
          e);
    }
  }

  private PowerState switchOff(Deadline deadline) {
    if (ping.state(deadline) == PowerState.OFF) {
      return PowerState.OFF;
    }
    if (settings.offProgram().isEmpty()) {
      throw new BackendException.Unsupported(
          ping.display(),
          "a packet wakes a machine and does not switch it off; do that by hand, or name a program that does in [power:wake_on_lan] off_program");
    }
    List<String> line = List.of(settings.offProgram(), ping.address(), mac.toString());
    OwnProgram.run(ping.display(), line, deadline);
    return ping.await(PowerState.OFF, deadline);
  }

  /** Nothing is kept between commands. */
  @Override
  public void close() {}
}
