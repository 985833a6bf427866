package org.novabm.deploy.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.MacAddress;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.boot.RamdiskBootProvider;
import org.novabm.spi.contract.deploy.DeployerContract;
import org.novabm.spi.contract.deploy.InMemoryJobBook;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.JobState;

class FakeDeployerTest implements DeployerContract {

  private final InMemoryJobBook book = new InMemoryJobBook();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Deployer deployer = open(Map.of("delay_seconds", "60"));

  private final RamdiskBoot boot = opened(Map.of("delay_seconds", "60"));

  private RamdiskBoot opened(Map<String, String> settings) {
    RamdiskBootProvider provider =
        ServiceLoader.load(RamdiskBootProvider.class).findFirst().orElseThrow();
    return provider.open(new BackendSettings("deploy:fake", settings), book, () -> now);
  }

  private Deployer open(Map<String, String> settings) {
    DeployerProvider provider =
        ServiceLoader.load(DeployerProvider.class).findFirst().orElseThrow();
    return provider.open(new BackendSettings("deploy:fake", settings), book, () -> now);
  }

  @Override
  public Deployer deployer() {
    return deployer;
  }

  @Override
  public RamdiskBoot boot() {
    return boot;
  }

  @Override
  public InMemoryJobBook book() {
    return book;
  }

  @Override
  public DeployOrder order() {
    return new DeployOrder(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "node1",
        List.of(new MacAddress("52:54:00:ac:00:01")),
        new ImageRef("any", null, null),
        1 << 30,
        Map.of());
  }

  @Test
  void an_order_is_finished_when_its_time_is_over_and_stays_so() {
    DeployOrder order = order();
    deployer.prepare(order);
    boot.publish(order.deployment(), WINDOW);
    now = now.plusSeconds(59);
    assertThat(deployer.progress(order.deployment())).isEqualTo(new DeployProgress.Waiting());
    now = now.plusSeconds(1);
    assertThat(deployer.progress(order.deployment())).isEqualTo(new DeployProgress.Finished());
    boot.withdraw(order.deployment());
    assertThat(deployer.progress(order.deployment())).isEqualTo(new DeployProgress.Finished());
  }

  @Test
  void a_job_that_is_finished_needs_its_host_no_more() {
    DeployOrder order = order();
    deployer.prepare(order);
    boot.publish(order.deployment(), WINDOW);
    assertThat(book.job(order.deployment()).state().boundToHost()).isTrue();
    now = now.plusSeconds(60);
    boot.withdraw(order.deployment());
    assertThat(book.job(order.deployment()).state()).isEqualTo(new JobState("done", false));
  }

  @Test
  void what_another_deployer_wrote_is_not_taken_for_its_own() {
    DeployOrder order = order();
    for (String text : List.of("", "agent 1", "open", "open yesterday", "done 2")) {
      book.put(order, new JobState(text, true));
      assertThatThrownBy(() -> deployer.progress(order.deployment()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(order.deployment().toString());
    }
  }

  @Test
  void a_share_of_the_orders_fails() {
    Deployer failing = open(Map.of("failure_percent", "30"));
    RamdiskBoot atOnce = opened(Map.of());
    long failed = 0;
    for (int i = 0; i < 2000; i++) {
      DeployOrder order = order();
      failing.prepare(order);
      atOnce.publish(order.deployment(), Duration.ofMinutes(1));
      failed += failing.progress(order.deployment()) instanceof DeployProgress.Failed ? 1 : 0;
      failing.release(order.deployment());
    }
    // seven standard deviations from 600
    assertThat(failed).isBetween(450L, 750L);
  }

  @Test
  void a_key_nobody_knows_is_refused() {
    assertThatThrownBy(() -> open(Map.of("delay", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delay_seconds");
  }
}
