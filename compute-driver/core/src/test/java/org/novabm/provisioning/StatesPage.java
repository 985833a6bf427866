package org.novabm.provisioning;

import java.util.stream.Collectors;

/** The page about the states, out of the table. */
final class StatesPage {

  private StatesPage() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # Provisioning states

            This page is written from the table in `Transitions` by a test; do not edit it.

            ## The way forward

            ```mermaid
            stateDiagram-v2
              [*] --> CLAIMING
            """);
    for (Transition line : Transitions.TABLE) {
      if (line.event() != ProvisionEvent.TERMINATE && line.event() != ProvisionEvent.FAILED) {
        page.append("  %s --> %s: %s\n".formatted(line.from(), line.to(), line.event()));
      }
    }
    page.append("  DELETED --> [*]\n  FAILED --> [*]\n```\n\n## Every state\n\n");
    page.append("| state | kind | what happens | leads to |\n| --- | --- | --- | --- |\n");
    for (ProvisionState state : ProvisionState.values()) {
      page.append(
          "| `%s` | %s | %s | %s |\n".formatted(state, kind(state), state.label(), exits(state)));
    }
    return page.toString();
  }

  private static String kind(ProvisionState state) {
    if (state.isOver()) {
      return "ended";
    }
    if (!state.isWorking()) {
      return "resting";
    }
    return state.isUndoing() ? "undo step" : "step";
  }

  private static String exits(ProvisionState state) {
    String exits =
        Transitions.TABLE.stream()
            .filter(line -> line.from() == state)
            .map(line -> line.event() + " → `" + line.to() + "`")
            .collect(Collectors.joining(", "));
    return exits.isEmpty() ? "nowhere" : exits;
  }
}
