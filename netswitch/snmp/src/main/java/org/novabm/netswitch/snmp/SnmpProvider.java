package org.novabm.netswitch.snmp;

import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/**
 * Switches of any make that let their VLANs be set by SNMP (Q-BRIDGE-MIB, RFC 4363), at UDP port
 * 161 when none is named: SNMPv3 where the endpoint has a user, its password being the pass phrase,
 * else SNMPv2c with the password as community.
 *
 * <p>Port lists are read, changed and written as a whole, and SNMP has no lock: whoever else writes
 * the VLANs of the switch in the same second may be undone. A port is shut while it is moved and
 * goes up when its settings and the switch's current table were read back; an idle port is in no
 * VLAN and shut.
 *
 * <p>Not done here: many ports at once; GVRP's members; a probe by frames. Tested against
 * Net-SNMP's agent with a simulated bridge behind it, not on hardware.
 *
 * <p>Group {@code [netswitch:snmp]}, see {@link SnmpSettings}.
 */
public final class SnmpProvider implements SwitchManagerProvider {

  private volatile SnmpSettings settings = SnmpSettings.STANDARD;
  private volatile ByteBudget heap = heap(SnmpSettings.STANDARD);

  private static ByteBudget heap(SnmpSettings settings) {
    return new ByteBudget(
        "answers of SNMP switches (answers_heap_kib in [netswitch:snmp])",
        settings.access().heap());
  }

  @Override
  public String name() {
    return "snmp";
  }

  @Override
  public Class<? extends Record> settings() {
    return SnmpSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("qbridge");
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(SnmpSettings.class);
    heap = heap(settings);
  }

  @Override
  public List<MemoryBound> bounds() {
    return List.of(
        new MemoryBound(
            "answers of SNMP switches", "[netswitch:snmp] answers_heap_kib", 1, heap.most()));
  }

  @Override
  public SwitchManager open(Endpoint endpoint) {
    HostName.require(endpoint.address());
    return new SnmpManager(endpoint, settings, heap);
  }
}
