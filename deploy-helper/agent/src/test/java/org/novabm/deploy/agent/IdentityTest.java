package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;

/** A machine under deployment, and somebody at another address who knows its MAC. */
class IdentityTest {

  private static final String NOTHING = IpxeScript.nothingToDeploy(Rack.MAC).text();

  @TempDir private Path folder;
  private Rack rack;
  private Machine machine;
  private Machine stranger;

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of("claim_seconds", "60"));
    machine = new Machine(rack.address(), "127.0.0.1");
    stranger = new Machine(rack.address(), "127.0.0.66");
  }

  @AfterEach
  void close() {
    machine.close();
    stranger.close();
    rack.close();
  }

  private static void isForbidden(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void aStrangerGetsNothingOnceTheMachineFetchedItsBootFile() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();

    assertThat(stranger.script()).isEqualTo(NOTHING);
    assertThat(stranger.script()).isEqualTo(NOTHING);

    assertThat(rack.deployer.progress(order.deployment()))
        .isEqualTo(
            new DeployProgress.Waiting(
                "the last it fetched was its boot file, at 2026-01-01T00:00:00Z from 127.0.0.1; "
                    + "its boot file was refused to 127.0.0.66: it was fetched from 127.0.0.1 first"));
    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void aBootFileFetchedTwiceIsGoodInBothForms() throws Exception {
    for (int used = 0; used < 2; used++) {
      DeployOrder order = rack.published();
      String[] secrets = {machine.secret(), machine.secret()};

      assertThat(machine.hello(secrets[used], Rack.DISK).statusCode()).isEqualTo(200);
      rack.deployer.release(order.deployment());
    }
  }

  @Test
  void aStrangersRequestsPushNoSecretOut() throws Exception {
    rack.published();
    String secret = machine.secret();
    for (int i = 0; i < 10; i++) {
      stranger.script();
    }

    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void aFirstComerWhoFallsSilentLosesTheOrderAndTheTimelineSaysSo() throws Exception {
    DeployOrder order = rack.published();
    stranger.secret();
    rack.pass(Duration.ofSeconds(59));
    assertThat(machine.script()).isEqualTo(NOTHING);
    rack.pass(Duration.ofSeconds(1));
    String secret = machine.secret();

    assertThat(rack.contact(order).peerAddress()).isEqualTo("127.0.0.1");
    assertThat(rack.contact(order).note())
        .contains("its boot file was refused to 127.0.0.1: it was fetched from 127.0.0.66 first")
        .contains("its boot file was fetched from 127.0.0.66 and then from 127.0.0.1");
    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void aFirstComerOfAnEarlierReleaseLosesTheOrderAsLongAfterTheUpgrade() throws Exception {
    DeployOrder order = rack.published();
    AgentJobs jobs = new AgentJobs(rack.book);
    AgentJob open = Objects.requireNonNull(jobs.find(order.deployment()));
    assertThat(jobs.update(open, unheard(open.contact(), "127.0.0.66"))).isTrue();

    rack.pass(Duration.ofSeconds(59));
    assertThat(machine.script()).isEqualTo(NOTHING);
    rack.pass(Duration.ofSeconds(1));
    assertThat(machine.script()).contains("novabm.secret");
  }

  /** As an earlier release left it: without a time. */
  private static AgentContact unheard(AgentContact seen, String peer) {
    return new AgentContact(
        Phase.BOOTING,
        seen.image(),
        "secret " + "0".repeat(64) + " " + peer,
        peer,
        null,
        seen.expires(),
        0,
        seen.total(),
        null,
        null);
  }

  @Test
  void aSecretUsedFromElsewhereEndsTheDeploymentAtOnceAndSaysWhy() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();

    isForbidden(stranger.hello(secret, Rack.DISK));

    assertThat(rack.deployer.progress(order.deployment()))
        .isInstanceOfSatisfying(
            DeployProgress.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .contains("a call for this machine from 127.0.0.66 was refused")
                    .contains("its boot file was fetched from 127.0.0.1")
                    .contains("two addresses"));
  }

  @Test
  void aGuessedSecretEndsNothing() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();
    for (int i = 0; i < 300; i++) {
      isForbidden(stranger.hello("%064x".formatted(i), Rack.DISK));
    }

    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
    assertThat(rack.contact(order).note())
        .isEqualTo(
            "a call for this machine from 127.0.0.66 was refused: its secret is not one of the boot files that were given out last");
    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionIsOpenToNobodyAtAnotherAddress() throws Exception {
    DeployOrder order = rack.published();
    Machine.Answer orders = machine.welcome();
    String session = orders.get("session");
    String own = rack.address() + "/agent/" + order.deployment();

    isForbidden(stranger.get(orders.get("image"), session));
    isForbidden(stranger.get(orders.get("config_drive"), session));
    isForbidden(stranger.post(own + "/progress", session, "bytes=1"));
    isForbidden(stranger.post(own + "/done", session, ""));
    isForbidden(stranger.post(own + "/failed", session, "reason=x"));
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.WRITING);
    assertThat(machine.get(orders.get("config_drive"), session).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsKeptOfAMachineFitsItsColumn() {
    Dossier dossier = Dossier.EMPTY;
    for (int i = 0; i < 100; i++) {
      String peer = "fe80:1234:5678:9abc:def0:1234:5678:%04x%%enp65535".formatted(i);
      dossier =
          dossier
              .given(new GivenSecret(OneTimeSecret.digest(peer), peer), rack.now())
              .sentOfImage(Long.MAX_VALUE - 4L * i - 1, Long.MAX_VALUE - 4L * i)
              .sentOfDrive(Long.MAX_VALUE - 4L * i - 1, Long.MAX_VALUE - 4L * i);
    }
    String text = dossier.encoded();

    assertThat(text.length()).isLessThan(AgentContact.DOSSIER_CHARACTERS);
    assertThat(Dossier.of(Contacts.booting(rack.contact(rack.published()), dossier, "x")))
        .isEqualTo(dossier);
    assertThat(dossier.secrets()).hasSize(4);
  }
}
