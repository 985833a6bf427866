package org.novabm.power.redfish;

import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;

/**
 * Which machine of a BMC: {@code host} where it has one, {@code host/ID} where it has several.
 *
 * @param bmc where it is asked
 * @param id empty for the only one
 */
record SystemPath(Endpoint bmc, String id) {

  static final String SYSTEMS = "/redfish/v1/Systems";

  static SystemPath of(Endpoint endpoint) {
    String[] parts = endpoint.address().split("/", 2);
    String id = parts.length == 1 ? "" : parts[1];
    if (!HostName.isOne(parts[0]) || !id.matches("[A-Za-z0-9._-]{0,64}")) {
      throw new IllegalArgumentException(
          endpoint.display() + " is not a BMC's address: host, or host/system");
    }
    return new SystemPath(
        new Endpoint(parts[0], endpoint.port(), endpoint.user(), endpoint.password()), id);
  }

  /** The path of its resource. */
  String find(RedfishSession session, Deadline deadline) {
    if (!id.isEmpty()) {
      return SYSTEMS + "/" + id;
    }
    List<String> all = Members.of(session, session.get(SYSTEMS, deadline).body());
    if (all.size() != 1) {
      throw new BackendException.Refused(
          session.name(),
          "the BMC has %d systems %s; register the node with the one it is, as host/ID"
              .formatted(all.size(), Excerpt.of(all.toString())));
    }
    return all.getFirst();
  }
}
