package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.plan.StandardPlans;

class RulesTest {

  @Test
  void everyStateCanBeReachedAndLeft() {
    Set<ProvisionState> reached = EnumSet.of(ProvisionState.ENROLL);
    for (Rule rule : Rules.TABLE) {
      reached.add(rule.during());
      reached.add(rule.done());
      reached.add(rule.failed());
    }
    Set<ProvisionState> toCome =
        EnumSet.of(ProvisionState.SERVICING, ProvisionState.SERVICE_FAILED);
    for (ProvisionState state : ProvisionState.values()) {
      if (!toCome.contains(state)) {
        assertThat(reached).contains(state);
        List<Verb> allowed = new ArrayList<>(Rules.allowed(state));
        allowed.remove(Verb.RELEASE);
        assertThat(allowed.isEmpty()).as("%s", state).isEqualTo(state.isTransient());
      }
    }
  }

  @Test
  void aVerbWorksInATransientStateAndEndsInARestingOne() {
    for (Rule rule : Rules.TABLE) {
      boolean keepsTheState = rule.during() == rule.from();
      assertThat(rule.during().isTransient())
          .as("%s", rule)
          .isNotEqualTo(keepsTheState && !rule.from().isTransient());
      assertThat(rule.done().isTransient()).isFalse();
      assertThat(rule.failed().isTransient()).isFalse();
      assertThat(rule.done().isFailed()).isFalse();
    }
  }

  @Test
  void everyVerbHasARule() {
    Set<Verb> ruled = EnumSet.noneOf(Verb.class);
    Rules.TABLE.forEach(rule -> ruled.add(rule.verb()));
    assertThat(ruled).containsExactlyInAnyOrder(Verb.values());
  }

  @Test
  void thePageInDocsIsWrittenFromTheTable() throws IOException {
    Path page = Path.of(System.getProperty("novabm.checkout"), "docs", "provisioning-states.md");
    StepCatalogue steps = new Bench().steps;
    String written = new RulesPage(StandardPlans.of(steps), steps).text();
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(page, written);
    }
    assertThat(page)
        .as("write it anew: ./mvnw -pl compute-driver/core-contract -am test -Dnovabm.rewrite")
        .hasContent(written);
  }
}
