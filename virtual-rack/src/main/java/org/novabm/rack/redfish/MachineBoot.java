package org.novabm.rack.redfish;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The boot override of the machine (DSP0268, ComputerSystem). */
final class MachineBoot {

  private record Choice(String target, String enabled, String mode) {}

  private final BootTraits traits;
  private Choice now;
  private Choice before;
  private int late;

  MachineBoot(BootTraits traits) {
    this.traits = traits;
    this.now = new Choice("None", "Disabled", traits.firstMode());
    this.before = now;
  }

  synchronized String target() {
    return now.target;
  }

  synchronized String enabled() {
    return now.enabled;
  }

  /** One reading. */
  synchronized ObjectNode read() {
    Choice shown = late > 0 ? before : now;
    late = Math.max(0, late - 1);
    ObjectNode boot = JsonMapper.shared().createObjectNode();
    boot.put("BootSourceOverrideEnabled", shown.enabled);
    boot.put("BootSourceOverrideTarget", shown.target);
    if (traits.mode() != BootTraits.Mode.ABSENT) {
      boot.put("BootSourceOverrideMode", shown.mode);
    }
    traits.targets().forEach(boot.putArray(list("Target"))::add);
    if (traits.lastingTold()) {
      boot.putArray(list("Enabled")).add("Once").add("Disabled");
      if (traits.lasting() == BootTraits.Lasting.TAKEN) {
        boot.withArray(list("Enabled")).add("Continuous");
      }
    }
    return boot;
  }

  private static String list(String property) {
    return "BootSourceOverride" + property + "@Redfish.AllowableValues";
  }

  /** Null when it was done; nothing is changed otherwise. */
  synchronized @Nullable RedfishReply change(JsonNode wanted) {
    String target = wanted.path("BootSourceOverrideTarget").asString(now.target);
    String enabled = wanted.path("BootSourceOverrideEnabled").asString(now.enabled);
    boolean lasting = enabled.equals("Continuous");
    if (!traits.targets().contains(target)) {
      return RedfishReply.notInList("BootSourceOverrideTarget");
    }
    if (lasting && traits.lasting() == BootTraits.Lasting.REFUSED) {
      return RedfishReply.notInList("BootSourceOverrideEnabled");
    }
    if (wanted.has("BootSourceOverrideMode") && !takesMode()) {
      return RedfishReply.error(
          400, "Base.1.8.PropertyNotWritable", "BootSourceOverrideMode cannot be written.");
    }
    before = now;
    late = traits.late();
    now =
        new Choice(
            target,
            lasting && traits.lasting() == BootTraits.Lasting.ONCE ? "Once" : enabled,
            mode(wanted));
    return null;
  }

  private boolean takesMode() {
    return switch (traits.mode()) {
      case TAKEN, REVERTS, FORGOTTEN -> true;
      case ABSENT, READ_ONLY -> false;
    };
  }

  private String mode(JsonNode wanted) {
    return switch (traits.mode()) {
      case REVERTS -> "Legacy";
      case FORGOTTEN -> wanted.path("BootSourceOverrideMode").asString("Legacy");
      case TAKEN, ABSENT, READ_ONLY -> wanted.path("BootSourceOverrideMode").asString(now.mode);
    };
  }
}
