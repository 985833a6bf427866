package org.novabm.netswitch.junos;

import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/**
 * Junos switches by NETCONF over SSH (RFC 6241, RFC 6242), port 830 when none is named; logged in
 * with the endpoint's user and a password, a key, or both.
 *
 * <p>A port is moved by a confirmed commit; it is confirmed when the switch's own table of
 * forwarding ports shows the move, and rolled back otherwise. An attached port is an access port or
 * a trunk of logical unit 0; an idle one is disabled and in no VLAN, or in the quarantine VLAN.
 * Other units, and families other than ethernet-switching, are not touched: such a port is refused.
 *
 * <p>Not done here: aggregates are moved when they exist and not made; membership that comes from
 * {@code interface-range} or {@code apply-groups} is seen in what forwards and, as no edit of the
 * port takes it away, refused.
 *
 * <p>Group {@code [netswitch:junos]}, see {@link JunosSettings}.
 */
public final class JunosProvider implements SwitchManagerProvider {

  private volatile JunosSettings settings = JunosSettings.STANDARD;
  private volatile SshAccess access = new SshAccess(JunosSettings.STANDARD);

  private final KnownRequests known = new KnownRequests();

  @Override
  public String name() {
    return "junos";
  }

  @Override
  public Class<? extends Record> settings() {
    return JunosSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("juniper", "nova.virt.baremetal.networkmgr.juniper.JuniperNetworkManager");
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(JunosSettings.class);
    access = new SshAccess(settings);
  }

  @Override
  public List<MemoryBound> bounds() {
    return List.of(
        new MemoryBound(
            "answers of Junos switches", "[netswitch:junos] answers_heap_kib", 1, settings.heap()));
  }

  @Override
  public SwitchManager open(Endpoint endpoint) {
    HostName.require(endpoint.address());
    SshAccess ssh = access;
    return new JunosManager(
        new Sessions(endpoint, deadline -> ssh.connect(endpoint, deadline)), known, settings);
  }
}
