package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;

/**
 * The action that switches a machine.
 *
 * @param target where it is posted to
 * @param told the types that the BMC lists; empty when it lists none
 */
record ResetAction(String target, List<String> told) {

  private static final String TYPE = "ResetType";

  /**
   * That of a machine. What the BMC lists with the action is asked first, and where none of the
   * wanted ways is in it, the resource with the action's parameters (DSP0266, 8.4).
   */
  static ResetAction of(
      RedfishSession session, String path, JsonNode system, List<String> ways, Deadline deadline) {
    JsonNode reset = system.path("Actions").path("#ComputerSystem.Reset");
    String given = AnswerText.text(reset, "target");
    String target =
        given.isEmpty()
            ? path.replaceFirst("/$", "") + "/Actions/ComputerSystem.Reset"
            : session.path(given);
    List<String> told =
        new ArrayList<>(AnswerText.texts(reset.path(TYPE + "@Redfish.AllowableValues")));
    String info = AnswerText.text(reset, "@Redfish.ActionInfo");
    if (!info.isEmpty() && Collections.disjoint(told, ways)) {
      told.addAll(parameters(session, session.path(info), deadline));
    }
    return new ResetAction(target, List.copyOf(told));
  }

  private static List<String> parameters(RedfishSession session, String path, Deadline deadline) {
    try {
      return session
          .get(path, deadline)
          .body()
          .path("Parameters")
          .valueStream()
          .filter(one -> AnswerText.text(one, "Name").equals(TYPE))
          .findFirst()
          .map(one -> AnswerText.texts(one.path("AllowableValues")))
          .orElse(List.of());
    } catch (BackendException.Refused e) {
      return List.of();
    }
  }

  /** Those of the ways that may be tried, the best first. */
  List<String> candidates(List<String> ways) {
    return told.isEmpty() ? ways : ways.stream().filter(told::contains).toList();
  }
}
