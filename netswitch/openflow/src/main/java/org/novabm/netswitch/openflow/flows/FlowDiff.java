package org.novabm.netswitch.openflow.flows;

import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What turns the flows that are into those that are wanted. What is right already is in none of the
 * lists, so it is not touched.
 *
 * @param gone to be deleted, those that let frames in before those that let them out
 * @param changed to be given other actions, in place
 * @param added to be made, those that let frames in last
 */
public record FlowDiff(List<Flow> gone, List<Flow> changed, List<Flow> added) {

  public static FlowDiff between(Collection<Flow> now, Collection<Flow> wanted) {
    Map<Flow.Place, Flow> old = now.stream().collect(toMap(Flow::place, identity()));
    List<Flow> gone = new ArrayList<>();
    List<Flow> changed = new ArrayList<>();
    List<Flow> added = new ArrayList<>();
    for (Flow flow : wanted) {
      Flow before = old.remove(flow.place());
      if (before == null) {
        added.add(flow);
      } else if (!before.cookie().equals(flow.cookie())) {
        // a change in place keeps the old cookie (OpenFlow 1.3.5, 6.4)
        gone.add(before);
        added.add(flow);
      } else if (!before.actions().equals(flow.actions())) {
        changed.add(flow);
      }
    }
    gone.addAll(old.values());
    gone.sort(comparingInt(Flow::table));
    added.sort(comparingInt(Flow::table).reversed());
    return new FlowDiff(gone, changed, added);
  }

  public boolean isEmpty() {
    return gone.isEmpty() && changed.isEmpty() && added.isEmpty();
  }

  public Stream<Flow> all() {
    return Stream.of(gone, changed, added).flatMap(List::stream);
  }

  @Override
  public String toString() {
    return "%d flows to delete, %d to change, %d to add"
        .formatted(gone.size(), changed.size(), added.size());
  }
}
