package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;

/** The resource of the one machine that is meant (DSP0268, ComputerSystem). */
final class ComputerSystem {

  private final RedfishSession session;
  private final String id;
  private @Nullable String found;

  /**
   * That of a BMC.
   *
   * @param id empty for its only machine
   */
  ComputerSystem(RedfishSession session, String id) {
    this.session = session;
    this.id = id;
  }

  RedfishSession.Resource read(Deadline deadline) {
    return session.get(path(deadline), deadline);
  }

  /**
   * Its path, as the collection of systems has it.
   *
   * @throws BackendException.Refused when it is not clear which is meant
   * @throws BackendException.Unreachable when the BMC shows none yet
   */
  String path(Deadline deadline) {
    String known = found;
    if (known == null) {
      String systems = session.root(deadline).systems();
      List<String> all = Members.of(session, systems, deadline);
      known = id.isEmpty() ? only(all, deadline) : named(all);
      found = known;
    }
    return known;
  }

  private String named(List<String> all) {
    return all.stream()
        .filter(path -> id(path).equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new BackendException.Refused(
                    session.name(),
                    "the BMC has no system '%s'; register the node with one of %s, as host/ID"
                        .formatted(id, ids(all))));
  }

  private String only(List<String> all, Deadline deadline) {
    List<String> machines = all.size() < 2 ? all : machines(all, deadline);
    if (all.isEmpty()) {
      throw new BackendException.Unreachable(
          session.name(), "the BMC shows no system yet; it may be starting, try again later");
    }
    if (machines.size() != 1) {
      throw new BackendException.Refused(
          session.name(),
          "the BMC has %d systems %s; register the node with the one it is, as host/ID"
              .formatted(all.size(), ids(all)));
    }
    return machines.getFirst();
  }

  /** BMCs list hypervisors and boards beside the machine that they are of. */
  private List<String> machines(List<String> all, Deadline deadline) {
    List<String> machines = new ArrayList<>();
    for (String path : all) {
      String type = AnswerText.text(session.get(path, deadline).body(), "SystemType");
      if (type.isEmpty() || type.equals("Physical")) {
        machines.add(path);
      }
    }
    return machines;
  }

  private static String id(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private static String ids(List<String> paths) {
    return BodyExcerpt.of(paths.stream().map(ComputerSystem::id).toList().toString());
  }
}
