package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.List;
import org.novabm.spi.BackendException;
import tools.jackson.databind.JsonNode;

/** The members of a collection (DSP0266, 9.6.3). */
final class Members {

  private static final int MOST = 256;

  private Members() {}

  /**
   * Their paths, checked.
   *
   * @throws BackendException.ProtocolViolation when there are more than 256, or one is elsewhere
   */
  static List<String> of(RedfishSession session, JsonNode collection) {
    List<String> paths = new ArrayList<>();
    for (JsonNode member : collection.path("Members")) {
      if (paths.size() == MOST) {
        throw new BackendException.ProtocolViolation(
            session.name(), "a collection has more than %d members".formatted(MOST));
      }
      paths.add(session.path(member.path("@odata.id").asString("")));
    }
    return paths;
  }
}
