package org.novabm.netswitch.openflow.flows;

import java.util.List;

/**
 * One of our flows.
 *
 * @param table 0 to 254
 * @param priority 0 to 65535; the highest that matches decides
 * @param match for which frames
 * @param actions what is done to them; none drops them
 * @param cookie whose it is
 */
public record Flow(
    int table, int priority, FlowMatch match, List<FlowAction> actions, Cookie cookie) {

  public Flow {
    actions = List.copyOf(actions);
  }

  /** What makes it this flow: the switch has no second one of the same. */
  Place place() {
    return new Place(table, priority, match);
  }

  record Place(int table, int priority, FlowMatch match) {}
}
