package org.novabm.netswitch.openvswitch;

import java.nio.file.Path;
import java.util.List;
import org.novabm.netswitch.openvswitch.ovsdb.AnswerBounds;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/**
 * Open vSwitch by way of its database (RFC 7047) over TCP or a unix socket.
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
 * <p>A switch whose unix socket we use is also asked where it would forward a frame, when
 * ovs-vswitchd's control socket is in the same folder.
 *
 * <p>Group {@code [netswitch:openvswitch]}, see {@link OpenVswitchSettings}.
 */
public final class OpenVswitchProvider implements SwitchManagerProvider {

  private volatile OpenVswitchSettings settings = OpenVswitchSettings.STANDARD;
  private volatile AnswerBounds bounds = bounds(OpenVswitchSettings.STANDARD);

  @Override
  public String name() {
    return "openvswitch";
  }

  @Override
  public Class<? extends Record> settings() {
    return OpenVswitchSettings.class;
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(OpenVswitchSettings.class);
    bounds = bounds(settings);
  }

  private static AnswerBounds bounds(OpenVswitchSettings settings) {
    return new AnswerBounds(
        settings.longestAnswer(),
        new ByteBudget(
            "answers of Open vSwitch databases (answers_heap_kib in [netswitch:openvswitch])",
            settings.heap()));
  }

  @Override
  public List<MemoryBound> bounds() {
    return List.of(
        new MemoryBound(
            "answers of Open vSwitch databases",
            "[netswitch:openvswitch] answers_heap_kib",
            1,
            settings.heap()));
  }

  @Override
  public SwitchManager open(Endpoint endpoint) {
    if (!OvsdbAddress.isLocal(endpoint)) {
      HostName.require(endpoint.address());
    }
    Path folder = OvsdbAddress.isLocal(endpoint) ? Path.of(endpoint.address()).getParent() : null;
    return folder != null && SwitchControl.isIn(folder)
        ? new ProbingOpenVswitch(endpoint, settings.idleVlan(), folder, bounds)
        : new OpenVswitchManager(endpoint, settings.idleVlan(), bounds);
  }
}
