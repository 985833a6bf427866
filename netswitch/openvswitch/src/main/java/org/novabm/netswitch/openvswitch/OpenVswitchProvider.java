package org.novabm.netswitch.openvswitch;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/**
 * Open vSwitch by way of its own program {@code ovs-vsctl}.
 *
 * <p>The endpoint's address is a host, whose ovsdb-server listens with {@code ptcp:} (port 6640
 * when none is named), or the absolute path of ovsdb-server's unix socket. User and password are
 * not used.
 *
 * <p>An attached port has {@code vlan_mode=access}, {@code tag} the VLAN, no trunks. A detached
 * port is a trunk that lets only VLAN 4095 through, which IEEE 802.1Q keeps off the wire; its tag,
 * which a trunk does not use, is the setting {@code idle_vlan} and marks it as ours; it is also
 * {@code protected}, so that no two idle ports hear each other. A plain quarantine VLAN would not
 * do: its machines reach each other, and every trunk of the bridge carries it. An access port that
 * someone put on {@code idle_vlan} reads as idle too.
 *
 * <p>Settings: {@code command} (default {@code ovs-vsctl}, Debian package openvswitch-switch) and
 * {@code idle_vlan} (1 to 4094, default 4094).
 */
public final class OpenVswitchProvider implements SwitchManagerProvider {

  private volatile OpenVswitchSettings settings = OpenVswitchSettings.STANDARD;

  @Override
  public String name() {
    return "openvswitch";
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = OpenVswitchSettings.from(configuration);
  }

  @Override
  public SwitchManager open(Endpoint endpoint) {
    Vsctl vsctl = new Vsctl(settings.command(), endpoint);
    return new OpenVswitchManager(endpoint.display(), vsctl, settings.idleVlan());
  }
}
