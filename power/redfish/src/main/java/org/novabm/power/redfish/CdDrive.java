package org.novabm.power.redfish;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The virtual drive that takes CDs (VirtualMedia, DSP0268), of the system or, as in older BMCs, of
 * the manager behind it.
 */
final class CdDrive {

  private static final String ID = "@odata.id";

  private final RedfishSession session;
  private final String path;

  private CdDrive(RedfishSession session, String path) {
    this.session = session;
    this.path = path;
  }

  /**
   * The first drive that takes a CD or a DVD.
   *
   * @throws BackendException.Unsupported when there is none
   */
  static CdDrive of(RedfishSession session, JsonNode system, Deadline deadline) {
    String drives = system.path("VirtualMedia").path(ID).asString("");
    if (drives.isEmpty()) {
      drives = ofManager(session, system, deadline);
    }
    if (!drives.isEmpty()) {
      for (String path : Members.of(session, session.get(session.path(drives), deadline).body())) {
        if (takesCds(session.get(path, deadline).body())) {
          return new CdDrive(session, path);
        }
      }
    }
    throw new BackendException.Unsupported(
        session.name(), "the BMC has no virtual drive that takes a CD; some need a licence for it");
  }

  private static String ofManager(RedfishSession session, JsonNode system, Deadline deadline) {
    String manager = system.path("Links").path("ManagedBy").path(0).path(ID).asString("");
    return manager.isEmpty()
        ? ""
        : session
            .get(session.path(manager), deadline)
            .body()
            .path("VirtualMedia")
            .path(ID)
            .asString("");
  }

  private static boolean takesCds(JsonNode drive) {
    return drive
        .path("MediaTypes")
        .valueStream()
        .map(type -> type.asString(""))
        .anyMatch(type -> type.equals("CD") || type.equals("DVD"));
  }

  @Nullable URI inserted(Deadline deadline) {
    return inserted(session.get(path, deadline).body());
  }

  private @Nullable URI inserted(JsonNode drive) {
    String image = drive.path("Image").asString("");
    try {
      return image.isEmpty() || !drive.path("Inserted").asBoolean(false) ? null : URI.create(image);
    } catch (IllegalArgumentException e) {
      throw new BackendException.ProtocolViolation(
          session.name(), "says that '" + Excerpt.of(image) + "' is in its drive", e);
    }
  }

  /** What is there goes first, for BMCs refuse a second one. */
  void insert(URI image, Deadline deadline) {
    JsonNode drive = session.get(path, deadline).body();
    URI there = inserted(drive);
    String insertion = target(drive, "InsertMedia");
    if (image.equals(there)) {
      return;
    }
    if (there != null) {
      eject(deadline);
    }
    session.post(
        insertion,
        JsonMapper.shared()
            .createObjectNode()
            .put("Image", image.toString())
            .put("Inserted", true)
            .put("WriteProtected", true),
        deadline);
    URI now = inserted(deadline);
    if (!image.equals(now)) {
      throw new BackendException.ProtocolViolation(
          session.name(), "took %s into its drive and shows %s".formatted(image, now));
    }
  }

  void eject(Deadline deadline) {
    JsonNode drive = session.get(path, deadline).body();
    if (inserted(drive) != null) {
      session.post(target(drive, "EjectMedia"), JsonMapper.shared().createObjectNode(), deadline);
      if (inserted(deadline) != null) {
        throw new BackendException.ProtocolViolation(
            session.name(), "was told to empty its drive and did not");
      }
    }
  }

  private String target(JsonNode drive, String action) {
    return session.path(
        drive
            .path("Actions")
            .path("#VirtualMedia." + action)
            .path("target")
            .asString(path + "/Actions/VirtualMedia." + action));
  }
}
