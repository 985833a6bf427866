package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.StepRecord;

interface DeploymentStoreContract extends OnDatabase {

  @Test
  default void deploymentIsReadAsItWasWritten() {
    Deployment deployment = Samples.deployment();

    assertThat(stage().deployments().add(deployment, List.of())).isTrue();
    assertThat(stage().deployments().find(deployment.id())).isEqualTo(deployment);
    assertThat(stage().deployments().findByInstance(deployment.request().instance()))
        .isEqualTo(deployment);
    assertThat(stage().deployments().find(UUID.randomUUID())).isNull();
    assertThat(stage().deployments().findByInstance(UUID.randomUUID())).isNull();
    assertThat(stage().query("select cast(created_at as char(26)) from deployments"))
        .as("times are kept in UTC")
        .containsExactly("2026-03-29 01:30:00.123456");
  }

  @Test
  default void instanceHasOneLiveDeployment() {
    UUID instance = UUID.randomUUID();
    Deployment first = Samples.deployment(instance, Samples.NOW);
    Deployment second = Samples.deployment(instance, Samples.NOW.plusSeconds(9));
    stage().deployments().add(first, List.of());

    assertThat(stage().deployments().add(second, List.of(notice("refused", second)))).isFalse();
    assertThat(stage().outbox().waiting(10)).isEmpty();
    Deployment over = first.entering(ProvisionState.DELETED, Samples.NOW.plusSeconds(5));
    assertThat(stage().deployments().save(over, null, List.of())).isNotNull();
    assertThat(stage().deployments().findByInstance(instance).id()).isEqualTo(first.id());
    assertThat(stage().deployments().add(second, List.of())).isTrue();
    assertThat(stage().deployments().findByInstance(instance)).isEqualTo(second);
    assertThat(stage().deployments().list(true, 10))
        .extracting(Deployment::id)
        .containsExactly(second.id(), first.id());
    assertThat(stage().deployments().list(false, 10))
        .extracting(Deployment::id)
        .containsExactly(second.id());
    assertThat(stage().deployments().list(true, 1)).hasSize(1);
  }

  @Test
  default void secondWriterLoses() {
    Deployment seen = Samples.deployment();
    stage().deployments().add(seen, List.of());
    Deployment won =
        seen.withNode(6L)
            .withNodeTried()
            .withNode(7L)
            .withNodeTried()
            .withReason("no")
            .withUndoFailed(true)
            .withAsked(Deployment.Asked.TERMINATE)
            .entering(ProvisionState.RECORDING, Samples.NOW.plusNanos(1_234_567));
    Deployment written = stage().deployments().save(won, null, List.of());

    assertThat(written.version()).isEqualTo(seen.version() + 1);
    assertThat(stage().deployments().find(seen.id())).isEqualTo(written);
    assertThat(
            stage()
                .deployments()
                .save(seen.withAttempt(2), line(1, "lost"), List.of(notice("lost", seen))))
        .isNull();
    assertThat(stage().deployments().find(seen.id())).isEqualTo(written);
    assertThat(stage().deployments().timeline(seen.id())).isEmpty();
    assertThat(stage().outbox().waiting(10)).isEmpty();
    assertThat(stage().deployments().save(written.withAttempt(2), null, List.of())).isNotNull();
  }

  @Test
  default void timelineReplacesLinesOfTheSameNumber() {
    Deployment deployment = Samples.deployment();
    stage().deployments().add(deployment, List.of());
    Deployment one = stage().deployments().save(deployment, line(1, "waits"), List.of());
    StepRecord done =
        new StepRecord(
            1,
            ProvisionState.CLAIMING,
            StepRecord.Status.DONE,
            3,
            Samples.NOW,
            Samples.NOW.plusSeconds(2),
            "node 7");
    Deployment two = stage().deployments().save(one, line(2, "begins"), List.of());
    stage().deployments().save(two, done, List.of());

    assertThat(stage().deployments().timeline(deployment.id()))
        .containsExactly(done, line(2, "begins"));
    assertThat(stage().deployments().timeline(UUID.randomUUID())).isEmpty();
  }

  @Test
  default void longReasonsLoseTheirEndOnly() {
    Deployment deployment = Samples.deployment();
    stage().deployments().add(deployment, List.of());
    Deployment written =
        stage()
            .deployments()
            .save(deployment.withReason("ü".repeat(5000)), line(1, "🙂".repeat(1500)), List.of());

    assertThat(written.reason()).hasSize(2000).endsWith("ü…");
    assertThat(stage().deployments().find(deployment.id())).isEqualTo(written);
    assertThat(stage().deployments().timeline(deployment.id()).getFirst().note()).endsWith("🙂…");
  }

  @Test
  default void noticesComeOutInTheOrderTheyWentIn() {
    Deployment deployment = Samples.deployment();
    stage()
        .deployments()
        .add(deployment, List.of(notice("a", deployment), notice("b", deployment)));
    stage()
        .deployments()
        .save(
            deployment, null, List.of(new Notice("c.error", deployment.id(), Samples.NOW, "why")));

    List<Outbox.Posted> waiting = stage().outbox().waiting(10);
    assertThat(waiting)
        .extracting(Outbox.Posted::notice)
        .containsExactly(
            notice("a", deployment),
            notice("b", deployment),
            new Notice("c.error", deployment.id(), Samples.NOW, "why"));
    assertThat(stage().outbox().waiting(2)).isEqualTo(waiting.subList(0, 2));
    stage().outbox().sent(waiting.get(1).id());
    stage().outbox().sent(waiting.get(1).id());
    assertThat(stage().outbox().waiting(10)).containsExactly(waiting.get(0), waiting.get(2));
  }

  private static Notice notice(String event, Deployment deployment) {
    return new Notice(event, deployment.id(), Samples.NOW, null);
  }

  private static StepRecord line(int number, String note) {
    return new StepRecord(
        number, ProvisionState.CLAIMING, StepRecord.Status.RUNNING, 1, Samples.NOW, null, note);
  }
}
