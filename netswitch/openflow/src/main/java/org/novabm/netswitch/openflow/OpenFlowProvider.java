package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.novabm.netswitch.openflow.wire.PortRoom;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/**
 * OpenFlow 1.3 and 1.0 switches, which call us: this is their controller. The endpoint's address is
 * the switch's datapath id; port, user and password are not used. A port is named by its name or
 * its number.
 *
 * <p>All forwarding of such a switch is ours: what no flow of ours is for is dropped. Flows are
 * permanent, so they outlive this process; a switch must keep them when it loses its controller
 * (Open vSwitch: {@code fail_mode=secure}). A port is moved by taking its flows away, proving by
 * flow statistics that they are gone, adding others, and proving them by statistics and by a frame
 * sent in at the port. Other ports' flows are changed in place, so nobody else loses a frame.
 *
 * <p>Nothing is changed on a switch until a port of it is moved; its other flows, of whatever
 * origin, are then out of use, except where their priority is higher than ours.
 *
 * <p>Not done here: frames are not learned from, so a frame to a card that nobody admitted goes to
 * all ports of its VLAN; aggregates; a second controller that moves ports of the same switch; a
 * port that comes back under another number while its switch stays connected has no flows until it
 * is moved again.
 *
 * <p>A caller is believed to be the switch whose datapath id it says, unless another connection of
 * that id still answers; so use TLS, or a network that only switches are on. Ids that no manager
 * was opened for, and that nothing was made of, are kept for {@code stranger_timeout} only. Callers
 * have {@code greeting_timeout} to say who they are, and when too many are there, the oldest that
 * is no known switch gives way.
 *
 * <p>Group {@code [netswitch:openflow]}, see {@link OpenFlowOptions}.
 */
public final class OpenFlowProvider implements SwitchManagerProvider, AutoCloseable {

  /** A virtual thread, a socket, a link, its inbox, and the first 8 KiB of a message. */
  private static final long CONNECTION = 8 << 10;

  /** A stranger's longest message, as sent and as parsed in the moment in which it is. */
  private static final long STRANGER = 16 << 10;

  /** Records of TLS, in and out, and its handshake. */
  private static final long TLS = 32 << 10;

  /** What a flow of ours takes as an object, for each byte of the statistics that told it. */
  private static final int HEAP_PER_BYTE = 4;

  private volatile OpenFlowSettings settings = OpenFlowSettings.STANDARD;
  private volatile Controller controller = new Controller(settings);

  @Override
  public String name() {
    return "openflow";
  }

  @Override
  public Class<? extends Record> settings() {
    return OpenFlowOptions.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("ofs", "nova.virt.baremetal.networkmgr.openflow.OpenFlowNetworkManager");
  }

  @Override
  public void configure(BackendSettings configuration) {
    OpenFlowSettings now = OpenFlowSettings.from(configuration);
    Controller next = new Controller(now);
    settings = now;
    controller = next;
    if (now.atOnce()) {
      try {
        next.listen();
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "[netswitch:openflow] listen = %s: %s".formatted(now.listen(), e.getMessage()), e);
      }
    }
  }

  /** Where switches call, once they can. */
  int port() {
    return controller.port();
  }

  @Override
  public List<MemoryBound> bounds() {
    OpenFlowSettings now = settings;
    long connection = now.tls() == null ? CONNECTION : CONNECTION + TLS;
    return List.of(
        new MemoryBound(
            "connections of OpenFlow switches",
            "[netswitch:openflow] connections",
            now.limits().connections(),
            connection),
        new MemoryBound(
            "OpenFlow callers that are not a known switch",
            "[netswitch:openflow] strangers",
            now.limits().strangers(),
            STRANGER),
        new MemoryBound(
            "answers of OpenFlow switches",
            "[netswitch:openflow] answers_kib",
            1,
            (long) now.answerBytes() * HEAP_PER_BYTE),
        new MemoryBound(
            "ports of OpenFlow switches",
            "[netswitch:openflow] ports",
            now.ports(),
            PortRoom.HEAP_PER_PORT));
  }

  /** How many are connected, switches or not. */
  int connections() {
    return controller.connections();
  }

  /** How many datapath ids are kept. */
  int known() {
    return controller.known();
  }

  /**
   * A manager for one switch, which is known from now on, should it call.
   *
   * @throws IllegalArgumentException when the address is no datapath id
   */
  @Override
  public SwitchManager open(Endpoint endpoint) {
    DatapathId id = DatapathId.parse(endpoint.address());
    controller.expect(id);
    return new OpenFlowManager(controller, id);
  }

  /** Listens no more, and hangs up. */
  @Override
  public void close() {
    controller.close();
  }
}
