package org.novabm.step;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.VlanId;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Moves the node's switch port. Told {@code to}: {@code provisioning}, {@code tenant} (the
 * instance's own networks) or {@code none}, where its machine reaches nobody; that undoes the
 * others.
 */
public final class NetworkStep implements Step {

  private static final String NONE = "none";

  private final PortMove move;
  private final TenantNetworks tenants;
  private final VlanId provisioning;

  public NetworkStep(Devices devices, ProvisioningSettings settings) {
    this.move = new PortMove(devices, settings.switchTimeout());
    this.tenants = settings.tenantNetworks();
    this.provisioning = settings.provisioningVlan();
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public String label(Map<String, String> arguments) {
    String to = arguments.get("to");
    return NONE.equals(to) ? "unplug from every network" : "plug into the " + to + " network";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return NONE.equals(arguments.get("to")) ? null : new StepCall(name(), Map.of("to", NONE));
  }

  @Override
  public StepOutcome run(StepContext context) {
    return switch (context.argument("to")) {
      case "provisioning" -> move.to(context, new Access(provisioning));
      case "tenant" -> toTenant(context);
      case NONE -> off(context);
      case String other -> throw new IllegalArgumentException("there is no network " + other);
    };
  }

  private StepOutcome off(StepContext context) {
    Node node = context.node();
    return node == null ? NoNode.in(context) : move.off(context, node);
  }

  private StepOutcome toTenant(StepContext context) {
    return switch (tenants.of(context.request())) {
      case TenantNetworks.Found.Known(var segment, var _) when segment.carries(provisioning) ->
          new StepOutcome.Failed(
              "VLAN %s is the provisioning network, where no instance may be; give the network another in [novabm] tenant_networks"
                  .formatted(provisioning));
      case TenantNetworks.Found.Known(var segment, var _) -> move.to(context, segment);
      case TenantNetworks.Found.Unknown(var reason) -> new StepOutcome.Failed(reason);
    };
  }
}
