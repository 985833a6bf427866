package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.VlanId;

/** Commits that are lost, refused, or not followed. */
class JunosCommitsTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final PortName OTHER = new PortName("ge-0/0/2");
  private static final Segment TENANT = new Access(new VlanId(20));
  private static final Segment SERVICE = new Access(new VlanId(10));

  private final JunosLab lab;
  private final JunosManager manager;

  JunosCommitsTest(@TempDir Path folder) throws IOException {
    lab = JunosLab.usual(folder);
    manager = lab.manager();
  }

  @BeforeEach
  void onTheServiceNetwork() {
    manager.attach(PORT, SERVICE, WITHIN);
  }

  @AfterEach
  void stop() throws IOException {
    manager.close();
    lab.close();
  }

  private static ChangeOutcome of(Map<PortName, ChangeOutcome> outcomes, PortName port) {
    @Nullable ChangeOutcome outcome = outcomes.get(port);
    assertThat(outcome).isNotNull();
    return outcome;
  }

  @Test
  void aPortThatDoesNotFollowIsTakenBackAndTheOthersAreMoved() {
    lab.junos().faults().stick(PORT.text());
    var outcomes =
        manager.apply(
            List.of(
                new PortChange(PORT, TENANT, "deploy 7"),
                new PortChange(OTHER, TENANT, "deploy 8")),
            WITHIN);
    assertThat(of(outcomes, PORT))
        .isInstanceOfSatisfying(
            ChangeOutcome.NotMade.class,
            it ->
                assertThat(it.why())
                    .isInstanceOf(BackendException.ProtocolViolation.class)
                    .hasMessageContaining("forwards untagged [10]")
                    .hasMessageContaining("rolled back"));
    assertThat(of(outcomes, OTHER)).isInstanceOf(ChangeOutcome.Made.class);
    assertThat(manager.read(PORT, WITHIN).mode()).isEqualTo(SERVICE);
    assertThat(manager.read(OTHER, WITHIN).mode()).isEqualTo(TENANT);
    assertThat(lab.junos().waitsForConfirmation()).isFalse();
  }

  @Test
  void anAnswerThatIsLostAfterTheCommitIsLookedUp() {
    int before = lab.junos().commits();
    lab.junos().faults().loseNextCommitAnswer();
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
    assertThat(lab.junos().commits()).as("the commit and its confirmation").isEqualTo(before + 2);
    assertThat(lab.junos().waitsForConfirmation()).isFalse();
  }

  @Test
  void aCommitThatWasNotMadeIsNotTakenForMade() {
    lab.junos().faults().loseNextCommit();
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("nothing is changed");
    assertThat(manager.read(PORT, WITHIN).mode()).isEqualTo(SERVICE);
  }

  @Test
  void aConfirmationThatIsLostIsMadeAgain() {
    lab.junos().faults().loseNextConfirmation();
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
    assertThat(lab.junos().waitsForConfirmation()).isFalse();
  }

  @Test
  void withoutAConfirmationTheSwitchRollsBack() {
    lab.junos().faults().loseNextConfirmation().loseNextConfirmation();
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Unreachable.class);
    Awaitility.await().until(() -> !lab.junos().waitsForConfirmation());
    assertThat(manager.read(PORT, WITHIN).mode()).isEqualTo(SERVICE);
  }

  @Test
  void aRefusedCommitLeavesNothingBehind() {
    String before = lab.junos().configuration();
    lab.junos().faults().failCommits("commit failed: not enough space on /var");
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("not enough space on /var");
    assertThat(lab.junos().configuration()).isEqualTo(before);
    lab.junos().faults().failCommits(null);
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
  }

  @Test
  void allPortsOfASwitchAreMovedByOneCommit() {
    int before = lab.junos().commits();
    List<PortChange> all =
        IntStream.range(0, 48)
            .mapToObj(i -> new PortChange(new PortName("ge-0/0/" + i), TENANT, "job " + i))
            .toList();
    assertThat(manager.apply(all, WITHIN).values())
        .hasSize(48)
        .allMatch(ChangeOutcome.Made.class::isInstance);
    assertThat(lab.junos().commits()).as("one, and its confirmation").isEqualTo(before + 2);
    manager.apply(all, WITHIN);
    assertThat(lab.junos().commits()).as("nothing was to do").isEqualTo(before + 2);
  }

  @Test
  void theCommitLogSaysWhoWantedIt() {
    manager.apply(List.of(new PortChange(PORT, TENANT, "job<17>; rm -rf /")), WITHIN);
    assertThat(lab.junos().commitLog().getFirst())
        .matches("novabm [0-9a-f]{8} ge-0/0/1 job17 rm -rf / confirmed");
  }
}
