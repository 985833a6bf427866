package org.novabm.power.redfish;

import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SecureBoot resource of a system (DSP0268). */
final class SecureBoot {

  private static final String ENABLE = "SecureBootEnable";

  private final RedfishSession session;
  private final String path;

  /**
   * That of a system.
   *
   * @param system its resource
   * @throws BackendException.Unsupported when it has none
   */
  SecureBoot(RedfishSession session, JsonNode system) {
    this.session = session;
    String link = AnswerText.text(system.path("SecureBoot"), "@odata.id");
    if (link.isEmpty()) {
      throw new BackendException.Unsupported(session.name(), "the machine has no secure boot");
    }
    this.path = session.path(link);
  }

  /** Null, which the schema allows, is waited for. */
  boolean read(Deadline deadline) {
    Deadline soon = session.pause().soon(deadline);
    while (true) {
      JsonNode enabled = session.get(path, deadline).body().path(ENABLE);
      if (enabled.isBoolean()) {
        return enabled.booleanValue();
      }
      if (!session.pause().within(soon)) {
        throw new BackendException.ProtocolViolation(
            session.name(), "says of secure boot '" + BodyExcerpt.of(enabled.toString()) + "'");
      }
    }
  }

  boolean set(boolean wanted, Deadline deadline) {
    if (read(deadline) == wanted) {
      return wanted;
    }
    JsonNode change = JsonMapper.shared().createObjectNode().put(ENABLE, wanted);
    Verdict verdict =
        new ResourceChange(session).write(path, resource -> List.of(change), deadline);
    if (verdict instanceof Verdict.No(BackendException why, _) && read(deadline) != wanted) {
      throw why;
    }
    Deadline soon = session.pause().soon(deadline);
    boolean now = read(deadline);
    while (now != wanted && session.pause().within(soon)) {
      now = read(deadline);
    }
    return now;
  }
}
