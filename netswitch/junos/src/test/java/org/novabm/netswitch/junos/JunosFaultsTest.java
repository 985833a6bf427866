package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** What goes wrong with Junos in the field, one test each. */
class JunosFaultsTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final PortName OTHER = new PortName("ge-0/0/2");
  private static final Segment TENANT = new Access(new VlanId(20));
  private static final Segment SERVICE = new Access(new VlanId(10));

  @TempDir private Path folder;
  private JunosLab lab;
  private JunosManager manager;

  JunosFaultsTest(@TempDir Path folder) throws IOException {
    lab =
        JunosLab.start(
            JunosPlan.of(JunosSyntax.ELS, "admin", Secret.of("secret"))
                .withPorts(48)
                .withMinute(Duration.ofSeconds(3)),
            folder);
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
                    .hasMessageContaining("taken back"));
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
  void aLockOfAnotherIsWaitedForAndThenTold() {
    lab.junos().lockByHand("alice terminal p0 (pid 4711) on since 20:11, idle 00:03:02");
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("alice terminal p0 (pid 4711)")
        .hasMessageContaining("within 1 s");
    lab.junos().lockByHand(null);
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
  }

  @Test
  void editsOfAnotherAreShownAndNotTouched() {
    lab.junos()
        .editByHand(
            "<configuration><vlans><vlan><name>lab</name><vlan-id>77</vlan-id></vlan></vlans></configuration>");
    String before = lab.junos().configuration();
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("uncommitted edits")
        .hasMessageContaining("vlan-id 77");
    assertThat(lab.junos().configuration()).isEqualTo(before);
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
  void anAggregateIsMovedByItsNameAndItsMembersAreNot() {
    commitByHand(
        """
        <configuration><interfaces>
        <interface><name>ge-0/0/5</name><unit operation="delete"><name>0</name></unit>
        <ether-options><ieee-802.3ad><bundle>ae3</bundle></ieee-802.3ad></ether-options></interface>
        <interface><name>ae3</name><unit><name>0</name><family><ethernet-switching/></family></unit></interface>
        </interfaces></configuration>
        """);
    PortName aggregate = new PortName("ae3");
    assertThat(manager.attach(aggregate, TENANT, WITHIN).mode()).isEqualTo(TENANT);
    String before = lab.junos().configuration();
    assertThatThrownBy(() -> manager.attach(new PortName("ge-0/0/5"), TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("is a member of ae3");
    assertThat(manager.list(WITHIN)).extracting("port").contains(aggregate);
    assertThat(lab.junos().configuration()).isEqualTo(before);
  }

  @Test
  void aRoutedPortIsNotOurs() {
    commitByHand(
        """
        <configuration><interfaces><interface><name>ge-0/0/6</name><unit><name>0</name>
        <family><ethernet-switching operation="delete"/><inet/></family></unit></interface>
        </interfaces></configuration>
        """);
    assertThatThrownBy(() -> manager.attach(new PortName("ge-0/0/6"), TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("inet");
  }

  @Test
  void aVlanNameThatIsAnothersIsRefused() {
    commitByHand(
        "<configuration><vlans><vlan><name>novabm-20</name><vlan-id>21</vlan-id></vlan></vlans></configuration>");
    String before = lab.junos().configuration();
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("the name novabm-20 is VLAN 21's");
    assertThatThrownBy(() -> manager.ensureVlan(Vlan.of(new VlanId(20)), WITHIN))
        .isInstanceOf(BackendException.Refused.class);
    assertThat(lab.junos().configuration()).isEqualTo(before);
  }

  @Test
  void aVlanOfAnOperatorKeepsItsName() {
    commitByHand(
        "<configuration><vlans><vlan><name>blue</name><vlan-id>20</vlan-id></vlan></vlans></configuration>");
    manager.attach(PORT, TENANT, WITHIN);
    assertThat(lab.junos().configuration())
        .contains("<members>blue</members>")
        .doesNotContain("novabm-20");
  }

  @Test
  void aNativeVlanGoesWithItsTrunk() {
    manager.attach(PORT, Trunk.of(new VlanId(10), List.of(new VlanId(20))), WITHIN);
    assertThat(lab.junos().configuration()).contains("<native-vlan-id>10</native-vlan-id>");
    manager.detach(PORT, WITHIN);
    assertThat(lab.junos().configuration()).doesNotContain("native-vlan-id").contains("<disable/>");
  }

  @Test
  void aWrongPasswordIsRefused() {
    try (var stranger = lab.provider().open(lab.endpoint("wrong"))) {
      assertThatThrownBy(() -> stranger.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("does not let 'admin' in");
    }
  }

  @Test
  void aHostKeyThatIsNotKnownIsRefusedUnlessTheFirstIsToBeTaken() throws IOException {
    Path none = folder.resolve("known_hosts");
    try (var careful = lab.with("known_hosts", none.toString()).manager()) {
      assertThatThrownBy(() -> careful.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("is not known")
          .hasMessageContaining("ssh-keyscan -p " + lab.junos().port());
    }
    try (var trusting = lab.with("host_key_policy", "accept-new").manager()) {
      assertThat(trusting.read(PORT, WITHIN).mode()).isEqualTo(SERVICE);
    }
    assertThat(none).content().contains(lab.junos().hostKey().substring(0, 60));
    Files.writeString(
        none, Files.readString(none).replace(lab.junos().hostKey(), JunosLab.otherHostKey()));
    // as long as before and within the same tick of the file system's clock: it would pass unseen
    Files.setLastModifiedTime(none, FileTime.from(Instant.now().plusSeconds(2)));
    try (var deceived = lab.manager()) {
      assertThatThrownBy(() -> deceived.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("CHANGED")
          .hasMessageNotContaining("ssh-keyscan");
    }
  }

  @Test
  void aSessionThatDiedBetweenTwoOperationsIsOpenedAgain() {
    lab.junos().hangUp();
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
  }

  @Test
  void whoSpokeIntoAPortIsTold() {
    lab.junos().learn(PORT.text(), "52:54:00:ac:00:01");
    assertThat(manager.learned(PORT, WITHIN)).containsExactly(new MacAddress("52:54:00:ac:00:01"));
    assertThat(manager.learned(OTHER, WITHIN)).isEmpty();
  }

  @Test
  void theCommitLogSaysWhoWantedIt() {
    manager.apply(List.of(new PortChange(PORT, TENANT, "job<17>; rm -rf /")), WITHIN);
    assertThat(lab.junos().commitLog().getFirst())
        .matches("novabm [0-9a-f]{8} ge-0/0/1 job17 rm -rf / confirmed");
  }

  @Test
  void whatWasSaidIsKeptWithoutSecrets() throws IOException {
    Path traces = folder.resolve("traces");
    try (var traced = lab.with("trace_dir", traces.toString()).manager()) {
      traced.attach(PORT, TENANT, WITHIN);
    }
    try (var files = Files.list(traces)) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readString(file))
                      .contains(Trace.SENT, Trace.RECEIVED, "<commit-configuration><confirmed/>")
                      .doesNotContain("secret"));
    }
  }

  private void commitByHand(String configuration) {
    lab.junos().commitByHand(configuration);
  }
}
