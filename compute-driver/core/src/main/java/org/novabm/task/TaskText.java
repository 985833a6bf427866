package org.novabm.task;

import java.util.Locale;
import java.util.UUID;
import org.novabm.task.Standing.Outcome;

/** What a person reads of a task in the log. */
record TaskText(StepCatalogue steps) {

  String of(Task task) {
    UUID instance = task.instance();
    String what = instance == null ? "task " + task.id() : "instance " + instance;
    String where = task.node() == null ? "" : " on node " + task.node();
    return what + where + ", " + doing(task);
  }

  private String doing(Task task) {
    Outcome outcome = task.standing().outcome();
    StepCall call = task.current();
    if (outcome != null) {
      return task.verb().word() + " " + outcome.name().toLowerCase(Locale.ROOT);
    }
    return call == null ? task.verb().word() : label(call);
  }

  /** Also of a step that is not there any more. */
  String label(StepCall call) {
    Step step = steps.find(call);
    return step == null ? call.name() : step.label(call.arguments());
  }
}
