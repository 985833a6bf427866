package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;

/** Finds the drive of a machine: its own or, as in older BMCs, of a manager behind it. */
final class CdDrives {

  private static final String ID = "@odata.id";
  private static final int MOST_MANAGERS = 8;

  private CdDrives() {}

  /**
   * The first that takes a CD or a DVD.
   *
   * @throws BackendException.Unsupported when there is none
   */
  static CdDrive of(RedfishSession session, JsonNode system, Deadline deadline) {
    for (String drives : collections(session, system, deadline)) {
      for (String path : Members.of(session, session.get(session.path(drives), deadline).body())) {
        if (takesCds(session.get(path, deadline).body())) {
          return new CdDrive(session, path);
        }
      }
    }
    throw new BackendException.Unsupported(
        session.name(), "the BMC has no virtual drive that takes a CD; some need a licence for it");
  }

  private static List<String> collections(
      RedfishSession session, JsonNode system, Deadline deadline) {
    List<String> managers =
        system
            .path("Links")
            .path("ManagedBy")
            .valueStream()
            .limit(MOST_MANAGERS)
            .map(manager -> AnswerText.text(manager, ID))
            .toList();
    List<String> all = new ArrayList<>();
    all.add(AnswerText.text(system.path("VirtualMedia"), ID));
    for (String manager : all.getFirst().isEmpty() ? managers : List.<String>of()) {
      JsonNode resource = session.get(session.path(manager), deadline).body();
      all.add(AnswerText.text(resource.path("VirtualMedia"), ID));
    }
    all.removeIf(String::isEmpty);
    return all;
  }

  private static boolean takesCds(JsonNode drive) {
    return AnswerText.texts(drive.path("MediaTypes")).stream()
        .anyMatch(type -> type.equals("CD") || type.equals("DVD"));
  }
}
