package org.novabm.power.redfish;

import java.net.URI;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way to change what is in a virtual drive.
 *
 * @param action whether it is an action, and not the resource that is written
 */
record DriveChange(boolean action, String path, JsonNode body) {

  /** The image with the properties that go with it, and alone, for some know no others. */
  static List<DriveChange> insertion(
      RedfishSession session, String path, JsonNode drive, URI image) {
    String action = target(session, drive, "InsertMedia");
    ObjectNode bare = JsonMapper.shared().createObjectNode().put("Image", image.toString());
    ObjectNode whole = bare.deepCopy().put("Inserted", true).put("WriteProtected", true);
    return action.isEmpty()
        ? List.of(new DriveChange(false, path, whole), new DriveChange(false, path, bare))
        : List.of(new DriveChange(true, action, whole), new DriveChange(true, action, bare));
  }

  static List<DriveChange> ejection(RedfishSession session, String path, JsonNode drive) {
    String action = target(session, drive, "EjectMedia");
    ObjectNode nothing = JsonMapper.shared().createObjectNode();
    if (!action.isEmpty()) {
      return List.of(new DriveChange(true, action, nothing));
    }
    ObjectNode bare = nothing.deepCopy().putNull("Image");
    return List.of(
        new DriveChange(false, path, bare.deepCopy().put("Inserted", false)),
        new DriveChange(false, path, bare));
  }

  /** Empty when the drive has no such action, as those of older BMCs. */
  private static String target(RedfishSession session, JsonNode drive, String action) {
    String target =
        AnswerText.text(drive.path("Actions").path("#VirtualMedia." + action), "target");
    return target.isEmpty() ? "" : session.path(target);
  }

  /** Makes it; a BMC that is not ready is asked again within the deadline. */
  Verdict make(RedfishSession session, Deadline deadline) {
    if (!action) {
      return new ResourceChange(session).write(path, resource -> List.of(body), deadline);
    }
    while (true) {
      Verdict verdict = session.post(path, body, deadline);
      if (!(verdict instanceof Verdict.Later(BackendException why, var asked))) {
        return verdict;
      }
      if (!session.pause().within(deadline, asked)) {
        throw why;
      }
    }
  }
}
