package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;

/**
 * Finds the drive of a machine: its own or, as in older BMCs, of a manager behind it. A machine may
 * name several managers, such as its enclosure's, which have no drive, or drives of others.
 */
final class CdDrives {

  private static final String ID = "@odata.id";
  private static final int MOST_MANAGERS = 8;

  private final RedfishSession session;
  private final JsonNode system;
  private final Deadline deadline;
  private final List<String> unreadable = new ArrayList<>();

  private CdDrives(RedfishSession session, JsonNode system, Deadline deadline) {
    this.session = session;
    this.system = system;
    this.deadline = deadline;
  }

  /**
   * The first that takes a CD or a DVD.
   *
   * @throws BackendException.Unsupported when there is none
   */
  static CdDrive of(RedfishSession session, JsonNode system, Deadline deadline) {
    return new CdDrives(session, system, deadline).find();
  }

  private CdDrive find() {
    String own = AnswerText.text(system.path("VirtualMedia"), ID);
    for (String drives : own.isEmpty() ? ofManagers() : List.of(own)) {
      for (String path : Members.of(session, session.path(drives), deadline)) {
        if (takesCds(session.get(path, deadline).body())) {
          return new CdDrive(session, path);
        }
      }
    }
    throw new BackendException.Unsupported(
        session.name(),
        "the BMC has no virtual drive that takes a CD; some need a licence for it"
            + (unreadable.isEmpty() ? "" : "; managers that could not be read: " + unreadable));
  }

  private List<String> ofManagers() {
    List<String> links =
        system
            .path("Links")
            .path("ManagedBy")
            .valueStream()
            .limit(MOST_MANAGERS)
            .map(manager -> AnswerText.text(manager, ID))
            .toList();
    List<String> drives = new ArrayList<>();
    links.forEach(link -> drives.addAll(ofManager(session.path(link))));
    return drives;
  }

  /** One that refuses to be read is passed over: another may be the machine's. */
  private List<String> ofManager(String path) {
    try {
      JsonNode manager = session.get(path, deadline).body();
      String drives = AnswerText.text(manager.path("VirtualMedia"), ID);
      return drives.isEmpty() || isOfOthers(manager) ? List.of() : List.of(drives);
    } catch (BackendException.Refused e) {
      unreadable.add(path);
      return List.of();
    }
  }

  /** One that does not say whose it is, is the machine's, which names it. */
  private boolean isOfOthers(JsonNode manager) {
    JsonNode servers = manager.path("Links").path("ManagerForServers");
    String machine = bare(AnswerText.text(system, ID));
    return !servers.isEmpty()
        && !machine.isEmpty()
        && servers.valueStream().noneMatch(one -> bare(AnswerText.text(one, ID)).equals(machine));
  }

  private static String bare(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean takesCds(JsonNode drive) {
    return AnswerText.texts(drive.path("MediaTypes")).stream()
        .anyMatch(type -> type.equals("CD") || type.equals("DVD"));
  }
}
