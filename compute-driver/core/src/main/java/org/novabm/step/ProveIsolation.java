package org.novabm.step;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Proves, before the tenant's system is started, that its port does not reach the provisioning
 * network any more. The note of this step is the proof, and stays with the instance. Where a port
 * cannot be proven isolated the spawn fails, and undoing begins with taking the port off every
 * network. Changes nothing, so there is nothing to undo.
 */
public final class ProveIsolation implements Step {

  private final Devices devices;
  private final VlanId provisioning;
  private final Duration timeout;

  public ProveIsolation(Devices devices, ProvisioningSettings settings) {
    this.devices = devices;
    this.provisioning = settings.provisioningVlan();
    this.timeout = settings.switchTimeout();
  }

  @Override
  public String name() {
    return "prove_isolation";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "prove the isolation";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    SwitchPort plug = devices.plug(node);
    if (plug == null) {
      return new StepOutcome.Done("no switch port on record; nothing is proven");
    }
    ProbeResult seen = devices.network(plug.switchId(), manager -> look(manager, plug.port()));
    if (!seen.reached()) {
      return new StepOutcome.Done("VLAN " + provisioning + " is out of reach: " + seen.evidence());
    }
    return new StepOutcome.Failed(
        "port %s still reaches the provisioning network, VLAN %s (%s); it is taken off every network"
            .formatted(plug.port(), provisioning, seen.evidence()));
  }

  /** A switch that forwards what nobody can see is asked what the port is set to, at least. */
  private ProbeResult look(SwitchManager manager, PortName port) {
    if (manager instanceof SegmentProbe probe) {
      return probe.probe(port, provisioning, timeout);
    }
    PortState state = manager.read(port, timeout);
    return new ProbeResult(
        state.mode() instanceof Segment segment && segment.carries(provisioning),
        "the switch says that port " + port + " is on " + state.mode() + "; it cannot be probed");
  }
}
