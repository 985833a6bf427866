package org.novabm.rack.redfish;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secure boot of the simulated system, and its manager with a virtual drive (DSP0268): what is
 * asked less often than power.
 */
final class RedfishExtras {

  static final String SYSTEM = "/redfish/v1/Systems/437XR";
  static final String SECURE_BOOT = SYSTEM + "/SecureBoot";
  static final String MANAGERS = "/redfish/v1/Managers";
  static final String MANAGER = MANAGERS + "/BMC";
  static final String DRIVES = MANAGER + "/VirtualMedia";
  static final String DRIVE = DRIVES + "/CD1";

  private boolean secure;
  private @Nullable String image;

  synchronized boolean isSecure() {
    return secure;
  }

  synchronized @Nullable String image() {
    return image;
  }

  /** The resource at a path, or null. */
  synchronized @Nullable ObjectNode get(String path) {
    return switch (path) {
      case SECURE_BOOT -> secureBoot();
      case MANAGERS -> collection(path, "ManagerCollection", MANAGER);
      case MANAGER -> manager();
      case DRIVES -> collection(path, "VirtualMediaCollection", DRIVE);
      case DRIVE -> drive();
      default -> null;
    };
  }

  /** Does what a PATCH or POST asks; null when there is no such path, false when it is refused. */
  synchronized @Nullable Boolean change(String methodAndPath, JsonNode body) {
    return switch (methodAndPath) {
      case "PATCH " + SECURE_BOOT -> secure(body.path("SecureBootEnable"));
      case "POST " + DRIVE + "/Actions/VirtualMedia.InsertMedia" ->
          insert(body.path("Image").asString(""));
      case "POST " + DRIVE + "/Actions/VirtualMedia.EjectMedia" -> {
        image = null;
        yield true;
      }
      default -> null;
    };
  }

  private boolean secure(JsonNode wanted) {
    secure = wanted.isBoolean() ? wanted.booleanValue() : secure;
    return wanted.isBoolean();
  }

  /** A second one is refused. */
  private boolean insert(String wanted) {
    boolean taken = image == null && !wanted.isEmpty();
    image = taken ? wanted : image;
    return taken;
  }

  private static ObjectNode resource(String path, String type, String id) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("@odata.id", path)
        .put("@odata.type", "#" + type)
        .put("Id", id)
        .put("Name", id);
  }

  private static ObjectNode collection(String path, String type, String member) {
    ObjectNode all = resource(path, type + "." + type, type);
    all.put("Members@odata.count", 1);
    all.putArray("Members").addObject().put("@odata.id", member);
    return all;
  }

  private ObjectNode secureBoot() {
    return resource(SECURE_BOOT, "SecureBoot.v1_1_0.SecureBoot", "SecureBoot")
        .put("SecureBootEnable", secure)
        .put("SecureBootCurrentBoot", "Disabled")
        .put("SecureBootMode", "UserMode");
  }

  private static ObjectNode manager() {
    ObjectNode manager = resource(MANAGER, "Manager.v1_11_0.Manager", "BMC");
    manager.put("ManagerType", "BMC").put("FirmwareVersion", "1.00");
    manager.putObject("VirtualMedia").put("@odata.id", DRIVES);
    manager.putObject("Links").putArray("ManagerForServers").addObject().put("@odata.id", SYSTEM);
    return manager;
  }

  private ObjectNode drive() {
    ObjectNode drive = resource(DRIVE, "VirtualMedia.v1_4_0.VirtualMedia", "CD1");
    drive.putArray("MediaTypes").add("CD").add("DVD");
    drive.put("Image", image).put("Inserted", image != null).put("WriteProtected", true);
    drive.put("ConnectedVia", image == null ? "NotConnected" : "URI");
    ObjectNode actions = drive.putObject("Actions");
    for (String action : new String[] {"InsertMedia", "EjectMedia"}) {
      actions
          .putObject("#VirtualMedia." + action)
          .put("target", DRIVE + "/Actions/VirtualMedia." + action);
    }
    return drive;
  }
}
