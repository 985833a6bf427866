package org.novabm.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {

  @Test
  void everyStateCanBeReachedAndEveryWorkingOneCanFailAndFinish() {
    Set<ProvisionState> reached = EnumSet.of(ProvisionState.CLAIMING);
    Transitions.TABLE.forEach(line -> reached.add(line.to()));
    assertThat(reached).containsExactlyInAnyOrder(ProvisionState.values());
    for (ProvisionState state : ProvisionState.values()) {
      assertThat(Transitions.next(state, ProvisionEvent.DONE) != null).isEqualTo(state.isWorking());
      assertThat(Transitions.next(state, ProvisionEvent.FAILED) != null)
          .isEqualTo(state.isWorking());
    }
  }

  @Test
  void nothingLeavesAnEndedState() {
    assertThat(Transitions.TABLE).noneMatch(line -> line.from().isOver());
  }

  @Test
  void thePageInDocsIsWrittenFromTheTable() throws IOException {
    Path page = Path.of(System.getProperty("novabm.checkout"), "docs", "provisioning-states.md");
    String written = StatesPage.text();
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(page, written);
    }
    assertThat(page)
        .as("write it anew: ./mvnw -pl compute-driver/core -am test -Dnovabm.rewrite")
        .hasContent(written);
  }
}
