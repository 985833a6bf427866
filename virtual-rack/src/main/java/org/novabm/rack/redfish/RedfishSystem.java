package org.novabm.rack.redfish;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The machine behind a simulated BMC: what its ComputerSystem resource says (DSP0268). */
final class RedfishSystem {

  static final List<String> RESETS =
      List.of("On", "ForceOff", "GracefulShutdown", "ForceRestart", "PowerCycle");
  private static final List<String> TARGETS = List.of("None", "Pxe", "Hdd", "Cd", "BiosSetup");

  private final AtomicInteger version = new AtomicInteger(1);
  private boolean on;
  private String enabled = "Disabled";
  private String target = "None";
  private String mode = "UEFI";

  synchronized boolean isOn() {
    return on;
  }

  synchronized String target() {
    return target;
  }

  String tag() {
    return "W/\"" + version.get() + "\"";
  }

  synchronized ObjectNode resource() {
    ObjectNode system = JsonMapper.shared().createObjectNode();
    system.put("@odata.id", "/redfish/v1/Systems/437XR");
    system.put("@odata.type", "#ComputerSystem.v1_13_0.ComputerSystem");
    system.put("Id", "437XR").put("Name", "simulated").put("PowerState", on ? "On" : "Off");
    system.put("UUID", "38947555-7742-3448-3784-823347823834");
    system.put("Manufacturer", "novabm").put("Model", "simulated");
    system.put("PartNumber", "P-1").put("SerialNumber", "CH7").put("AssetTag", "A-7");
    system.putObject("SecureBoot").put("@odata.id", RedfishExtras.SECURE_BOOT);
    ObjectNode links = system.putObject("Links");
    links.putArray("ManagedBy").addObject().put("@odata.id", RedfishExtras.MANAGER);
    ObjectNode boot = system.putObject("Boot");
    boot.put("BootSourceOverrideEnabled", enabled);
    boot.put("BootSourceOverrideTarget", target).put("BootSourceOverrideMode", mode);
    TARGETS.forEach(boot.putArray("BootSourceOverrideTarget@Redfish.AllowableValues")::add);
    ObjectNode reset = system.putObject("Actions").putObject("#ComputerSystem.Reset");
    reset.put("target", "/redfish/v1/Systems/437XR/Actions/ComputerSystem.Reset");
    RESETS.forEach(reset.putArray("ResetType@Redfish.AllowableValues")::add);
    return system;
  }

  /** False when the value is none of those allowed. */
  synchronized boolean reset(String type) {
    if (!RESETS.contains(type)) {
      return false;
    }
    on = !Map.of("ForceOff", true, "GracefulShutdown", true).containsKey(type);
    version.incrementAndGet();
    return true;
  }

  /** False when a value is none of those allowed; nothing is changed then. */
  synchronized boolean boot(JsonNode wanted) {
    String nextTarget = wanted.path("BootSourceOverrideTarget").asString(target);
    if (!TARGETS.contains(nextTarget)) {
      return false;
    }
    target = nextTarget;
    enabled = wanted.path("BootSourceOverrideEnabled").asString(enabled);
    mode = wanted.path("BootSourceOverrideMode").asString(mode);
    version.incrementAndGet();
    return true;
  }
}
