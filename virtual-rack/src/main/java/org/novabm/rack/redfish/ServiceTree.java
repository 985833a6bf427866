package org.novabm.rack.redfish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service root, the collection of systems, and the systems that are no machine. */
final class ServiceTree {

  private final BmcLayout layout;

  ServiceTree(BmcLayout layout) {
    this.layout = layout;
  }

  ObjectNode root() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("@odata.id", BmcLayout.ROOT + "/");
    root.put("@odata.type", "#ServiceRoot.v1_9_0.ServiceRoot");
    root.put("Id", "RootService").put("Name", "Root Service").put("RedfishVersion", "1.11.0");
    root.putObject("Systems").put("@odata.id", BmcLayout.SYSTEMS);
    root.putObject("Managers").put("@odata.id", RedfishExtras.MANAGERS);
    root.putObject("SessionService").put("@odata.id", BmcLayout.ROOT + "/SessionService");
    root.putObject("Links").putObject("Sessions").put("@odata.id", layout.sessions());
    return root;
  }

  /** Null when it is about something else. */
  @Nullable RedfishReply answer(RedfishRequest request) {
    if (request.is("GET", BmcLayout.SYSTEMS)) {
      return RedfishReply.of(layout.pages().page(systems(), request));
    }
    return layout.systems().stream()
        .skip(1)
        .filter(other -> request.is("GET", path(other)))
        .findFirst()
        .map(other -> RedfishReply.of(other(other)))
        .orElse(null);
  }

  private static String path(String system) {
    return BmcLayout.SYSTEMS + "/" + system.split(":", -1)[0];
  }

  private ObjectNode systems() {
    List<String> paths = layout.systems().stream().map(ServiceTree::path).toList();
    ObjectNode systems = JsonMapper.shared().createObjectNode();
    systems.put("@odata.id", BmcLayout.SYSTEMS);
    systems.put("@odata.type", "#ComputerSystemCollection.ComputerSystemCollection");
    systems.put("Name", "Systems").put("Members@odata.count", paths.size());
    systems.putArray("Members");
    paths.forEach(path -> systems.withArray("Members").addObject().put("@odata.id", path));
    return systems;
  }

  private static ObjectNode other(String system) {
    String[] parts = system.split(":", -1);
    ObjectNode other = JsonMapper.shared().createObjectNode();
    other.put("@odata.id", path(system)).put("Id", parts[0]).put("Name", parts[0]);
    other
        .putObject("Actions")
        .putObject("#ComputerSystem.Reset")
        .put("target", path(system) + "/Actions/ComputerSystem.Reset");
    return other.put("SystemType", parts.length == 1 ? "Physical" : parts[1]);
  }
}
