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

  static final String MANAGERS = "/redfish/v1/Managers";
  static final String MANAGER = MANAGERS + "/BMC";
  static final String DRIVES = MANAGER + "/VirtualMedia";
  static final String DRIVE = DRIVES + "/CD1";
  private static final String FLOPPY = DRIVES + "/Floppy1";

  private final String system;
  private final DriveTraits traits;
  private final CollectionPages pages;
  private boolean secure;
  private @Nullable String image;
  private @Nullable String before;
  private int late;

  RedfishExtras(RedfishProfile profile) {
    this.system = profile.layout().system();
    this.traits = profile.drives();
    this.pages = profile.layout().pages();
  }

  synchronized boolean isSecure() {
    return secure;
  }

  synchronized @Nullable String image() {
    return image;
  }

  /** Null when it is about something else. */
  synchronized @Nullable RedfishReply answer(RedfishRequest request) {
    if (request.method().equals("GET")) {
      ObjectNode resource = resource(request);
      return resource == null ? null : RedfishReply.of(resource);
    }
    return change(request.method() + " " + request.path(), request.body());
  }

  private String secureBootPath() {
    return system + "/SecureBoot";
  }

  private @Nullable ObjectNode resource(RedfishRequest request) {
    String path = request.path();
    if (path.equals(secureBootPath())) {
      return secureBoot();
    }
    return switch (path) {
      case MANAGERS -> collection(path, "ManagerCollection", MANAGER);
      case MANAGER -> manager();
      case DRIVES -> pages.page(collection(path, "VirtualMediaCollection", DRIVE, FLOPPY), request);
      case FLOPPY -> floppy();
      case DRIVE -> drive();
      default -> null;
    };
  }

  private @Nullable RedfishReply change(String asked, JsonNode body) {
    if (asked.equals("PATCH " + secureBootPath())) {
      return done(secure(body.path("SecureBootEnable")));
    }
    boolean patched = traits.insertion() == DriveTraits.Insertion.PATCH;
    if (patched && asked.equals("PATCH " + DRIVE)) {
      return put(body.path("Image").isNull() ? null : body.path("Image").asString(""));
    }
    return switch (patched ? "" : asked) {
      case "POST " + DRIVE + "/Actions/VirtualMedia.InsertMedia" -> insert(body);
      case "POST " + DRIVE + "/Actions/VirtualMedia.EjectMedia" -> put(null);
      default -> null;
    };
  }

  private static RedfishReply done(boolean done) {
    return done ? RedfishReply.DONE : RedfishReply.notInList("a property");
  }

  private RedfishReply put(@Nullable String next) {
    before = image;
    late = traits.late();
    image = next;
    return RedfishReply.DONE;
  }

  private boolean secure(JsonNode wanted) {
    secure = wanted.isBoolean() ? wanted.booleanValue() : secure;
    return wanted.isBoolean();
  }

  /** A second one is refused. */
  private RedfishReply insert(JsonNode body) {
    String wanted = body.path("Image").asString("");
    if (traits.insertion() == DriveTraits.Insertion.BARE_ACTION && body.size() > 1) {
      return RedfishReply.error(400, "Base.1.8.ActionParameterUnknown", "Only Image is known.");
    }
    return image == null && !wanted.isEmpty() ? put(wanted) : done(false);
  }

  private static ObjectNode resource(String path, String type, String id) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("@odata.id", path)
        .put("@odata.type", "#" + type)
        .put("Id", id)
        .put("Name", id);
  }

  private static ObjectNode collection(String path, String type, String... members) {
    ObjectNode all = resource(path, type + "." + type, type);
    all.put("Members@odata.count", members.length);
    for (String member : members) {
      all.withArray("Members").addObject().put("@odata.id", member);
    }
    return all;
  }

  private ObjectNode secureBoot() {
    return resource(secureBootPath(), "SecureBoot.v1_1_0.SecureBoot", "SecureBoot")
        .put("SecureBootEnable", secure)
        .put("SecureBootCurrentBoot", "Disabled")
        .put("SecureBootMode", "UserMode");
  }

  private ObjectNode manager() {
    ObjectNode manager = resource(MANAGER, "Manager.v1_11_0.Manager", "BMC");
    manager.put("ManagerType", "BMC").put("FirmwareVersion", "1.00");
    manager.putObject("VirtualMedia").put("@odata.id", DRIVES);
    manager.putObject("Links").putArray("ManagerForServers").addObject().put("@odata.id", system);
    return manager;
  }

  private static ObjectNode floppy() {
    ObjectNode floppy = resource(FLOPPY, "VirtualMedia.v1_4_0.VirtualMedia", "Floppy1");
    floppy.putArray("MediaTypes").add("Floppy").add("USBStick");
    return floppy.putNull("Image").put("Inserted", false);
  }

  private ObjectNode drive() {
    ObjectNode drive = resource(DRIVE, "VirtualMedia.v1_4_0.VirtualMedia", "CD1");
    drive.putArray("MediaTypes").add("CD").add("DVD");
    String shown = late > 0 ? before : image;
    late = Math.max(0, late - 1);
    drive.put("Image", shown).put("Inserted", shown != null).put("WriteProtected", true);
    drive.put("ConnectedVia", shown == null ? "NotConnected" : "URI");
    if (traits.insertion() == DriveTraits.Insertion.PATCH) {
      return drive;
    }
    ObjectNode actions = drive.putObject("Actions");
    for (String action : new String[] {"InsertMedia", "EjectMedia"}) {
      actions
          .putObject("#VirtualMedia." + action)
          .put("target", DRIVE + "/Actions/VirtualMedia." + action);
    }
    return drive;
  }
}
