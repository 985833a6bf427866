package org.novabm.power.redfish;

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
    String link = system.path("SecureBoot").path("@odata.id").asString("");
    if (link.isEmpty()) {
      throw new BackendException.Unsupported(session.name(), "the machine has no secure boot");
    }
    this.path = session.path(link);
  }

  boolean read(Deadline deadline) {
    return enabled(session.get(path, deadline));
  }

  private boolean enabled(RedfishSession.Resource resource) {
    JsonNode enabled = resource.body().path(ENABLE);
    if (!enabled.isBoolean()) {
      throw new BackendException.ProtocolViolation(
          session.name(), "says of secure boot '" + Excerpt.of(enabled.toString()) + "'");
    }
    return enabled.booleanValue();
  }

  boolean set(boolean wanted, Deadline deadline) {
    RedfishSession.Resource before = session.get(path, deadline);
    if (enabled(before) != wanted) {
      session.patch(
          path, JsonMapper.shared().createObjectNode().put(ENABLE, wanted), before.tag(), deadline);
    }
    return read(deadline);
  }
}
