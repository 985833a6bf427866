package org.novabm.task;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;

/** The page about states and plans, out of the rules, the planners and the steps. */
final class RulesPage {

  private final Plans plans;
  private final StepCatalogue steps;

  RulesPage(Plans plans, StepCatalogue steps) {
    this.plans = plans;
    this.steps = steps;
  }

  String text() {
    return """
    # Provision states and plans

    This page is written from the table in `Rules` and the planners by a test; do not edit it.

    ## What can be asked of a node

    A verb begins a task; while that goes on, the node is in the state *during*. When the task failed and all that had begun is undone, it is in *failed*; when something could not be undone, in `error`.

    | from | verb | during | done | failed |
    | --- | --- | --- | --- | --- |
    %s
    ```mermaid
    stateDiagram-v2
      [*] --> enroll
    %s```

    ## What is done for each verb

    Steps that take something back are run when a later step fails or somebody gives the task up, last begun first.
    %s"""
        .formatted(table(), diagram(), plans());
  }

  private static String table() {
    return Rules.TABLE.stream().map(RulesPage::line).collect(Collectors.joining());
  }

  private static String line(Rule rule) {
    return "| %s | **%s** | %s | %s | %s |%n"
        .formatted(
            rule.from().word(),
            rule.verb().word(),
            rule.during().word(),
            rule.done().word(),
            rule.failed().word());
  }

  private static String diagram() {
    return Rules.TABLE.stream()
        .filter(rule -> rule.from() != rule.done())
        .map(
            rule ->
                "  %s --> %s: %s%n".formatted(id(rule.from()), id(rule.done()), rule.verb().word()))
        .collect(Collectors.joining());
  }

  private static String id(ProvisionState state) {
    return state.word().replace(' ', '_');
  }

  private String plans() {
    StringBuilder page = new StringBuilder();
    for (Verb verb : Verb.values()) {
      if (plans.verbs().contains(verb)) {
        page.append("%n### %s%n%n".formatted(verb.word()));
        page.append(
            "| step | what happens | on failure | taken back by |\n| --- | --- | --- | --- |\n");
        plans.of(verb, Map.of()).steps().forEach(step -> page.append(line(step)));
      } else {
        page.append("%n### %s%n%nNothing plans it yet.%n".formatted(verb.word()));
      }
    }
    return page.toString();
  }

  private String line(PlannedStep step) {
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            step.call().name(), label(step.call()), after(step.onFailure()), label(step.undo()));
  }

  private String label(@Nullable StepCall call) {
    return call == null ? "" : steps.step(call).label(call.arguments());
  }

  private static String after(PlannedStep.OnFailure then) {
    return switch (then) {
      case UNDO -> "undo all";
      case ANOTHER_NODE -> "undo all, try another node";
      case GO_ON -> "go on, hold the node";
      case STOP -> "stop there";
    };
  }
}
