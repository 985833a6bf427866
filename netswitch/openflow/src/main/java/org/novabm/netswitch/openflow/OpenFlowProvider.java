package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.util.Set;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
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
 * <p>Settings, all optional: {@code listen} (0.0.0.0:6653, from the first use on; when set, from
 * the start), {@code versions} (1.0,1.3), {@code uplinks} (none; ports that carry every VLAN,
 * tagged, as {@code name} or {@code datapath/name}), {@code proof_timeout} (seconds; 5), {@code
 * state_path} (folder for what was made of each switch, by which one that forgot its flows gets
 * them back even from another process; none), {@code tls_keystore}, {@code tls_truststore}, {@code
 * tls_password_file} (none; PKCS #12).
 */
public final class OpenFlowProvider implements SwitchManagerProvider, AutoCloseable {

  private volatile Controller controller = new Controller(OpenFlowSettings.STANDARD);

  @Override
  public String name() {
    return "openflow";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("ofs", "nova.virt.baremetal.networkmgr.openflow.OpenFlowNetworkManager");
  }

  @Override
  public void configure(BackendSettings configuration) {
    OpenFlowSettings settings = OpenFlowSettings.from(configuration);
    Controller next = new Controller(settings);
    controller = next;
    if (settings.atOnce()) {
      try {
        next.listen();
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "[netswitch:openflow] listen = %s: %s".formatted(settings.listen(), e.getMessage()), e);
      }
    }
  }

  /** Where switches call, once they can. */
  int port() {
    return controller.port();
  }

  @Override
  public SwitchManager open(Endpoint endpoint) {
    try {
      return new OpenFlowManager(controller, DatapathId.parse(endpoint.address()));
    } catch (IllegalArgumentException e) {
      throw new BackendException.Refused(
          endpoint.display(), "an OpenFlow switch is registered by its datapath id", e);
    }
  }

  /** Listens no more, and hangs up. */
  @Override
  public void close() {
    controller.close();
  }
}
