package org.novabm.rack.redfish;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Managers that are named beside that of the machine, as that of an enclosure. */
final class OtherManagers {

  private final BmcLayout layout;

  OtherManagers(BmcLayout layout) {
    this.layout = layout;
  }

  static String path(String manager) {
    return RedfishExtras.MANAGERS + "/" + manager;
  }

  /** Links to all, that of the machine where it stands among them. */
  void tell(ArrayNode links) {
    layout.managers().forEach(manager -> links.addObject().put("@odata.id", path(manager.id())));
  }

  /** Null when it is about something else, or about one that is only named. */
  @Nullable RedfishReply answer(RedfishRequest request) {
    for (BmcLayout.Manager manager : layout.managers()) {
      String path = path(manager.id());
      boolean is =
          switch (manager.kind()) {
            case MACHINE, MISSING -> false;
            case BARE, ENCLOSURE -> request.is("GET", path);
          };
      if (is) {
        return RedfishReply.of(resource(path, manager));
      }
      if (manager.kind() == BmcLayout.ManagerKind.ENCLOSURE
          && request.path().startsWith(path + "/VirtualMedia")) {
        return media(request, path + "/VirtualMedia");
      }
    }
    return null;
  }

  private static ObjectNode resource(String path, BmcLayout.Manager manager) {
    ObjectNode resource =
        JsonMapper.shared()
            .createObjectNode()
            .put("@odata.id", path)
            .put("@odata.type", "#Manager.v1_11_0.Manager")
            .put("Id", manager.id())
            .put("ManagerType", "EnclosureManager");
    if (manager.kind() == BmcLayout.ManagerKind.ENCLOSURE) {
      resource.putObject("VirtualMedia").put("@odata.id", path + "/VirtualMedia");
      resource
          .putObject("Links")
          .putArray("ManagerForServers")
          .addObject()
          .put("@odata.id", BmcLayout.SYSTEMS + "/another");
    }
    return resource;
  }

  /** A drive of other machines; nobody should touch it. */
  private static RedfishReply media(RedfishRequest request, String path) {
    ObjectNode drive = JsonMapper.shared().createObjectNode().put("@odata.id", request.path());
    if (request.path().equals(path)) {
      drive.putArray("Members").addObject().put("@odata.id", path + "/CD1");
    } else {
      drive.putArray("MediaTypes").add("CD");
      drive.putNull("Image").put("Inserted", false);
    }
    return request.method().equals("GET")
        ? RedfishReply.of(drive)
        : RedfishReply.error(403, "Base.1.8.InsufficientPrivilege", "It is another machine's.");
  }
}
