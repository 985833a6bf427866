package org.novabm.store.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.JobState;

interface JobBookContract extends OnDatabase {

  JobState PREPARED = new JobState("the image\nlies ready \\ ü", true);

  static DeployOrder order(UUID deployment, MacAddress... macs) {
    return new DeployOrder(
        deployment,
        UUID.randomUUID(),
        "node 7",
        List.of(macs),
        new ImageRef("https://images.example/a.raw?signature=image+signature", null, "raw"),
        1L << 40,
        Map.of("openstack/latest/user_data", "config drive secret".getBytes(UTF_8)));
  }

  @Test
  default void jobIsFoundByDeploymentAndByEachCard() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac(), Samples.mac());
    stage().jobs().put(order, PREPARED);

    Job found = stage().jobs().find(order.deployment());
    assertThat(found.order()).usingRecursiveComparison().isEqualTo(order);
    assertThat(found.state()).isEqualTo(PREPARED);
    for (MacAddress mac : order.macs()) {
      assertThat(stage().jobs().findByMac(mac).order().deployment()).isEqualTo(order.deployment());
    }
    assertThat(stage().jobs().findByMac(Samples.mac())).isNull();
    assertThat(stage().jobs().find(UUID.randomUUID())).isNull();
    assertThat(stage().jobs().all()).hasSize(1);
    assertThat(stage().woken()).isEmpty();
  }

  @Test
  default void aDeploymentIsWokenWithoutAJob() {
    UUID deployment = UUID.randomUUID();
    stage().jobs().wake(deployment);

    assertThat(stage().woken()).containsExactly(deployment);
    assertThat(stage().jobs().all()).isEmpty();
  }

  @Test
  default void updateWakesAndTheSecondWriterLoses() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().jobs().put(order, PREPARED);
    Job seen = stage().jobs().find(order.deployment());
    JobState writing = new JobState("\u20ac".repeat(JobState.CHARACTERS), false);

    assertThat(stage().jobs().update(seen, writing)).isTrue();
    assertThat(stage().woken()).containsExactly(order.deployment());
    assertThat(stage().jobs().find(order.deployment()).state()).isEqualTo(writing);
    assertThat(stage().jobs().update(seen, PREPARED)).isFalse();
    assertThat(stage().woken()).hasSize(1);
  }

  @Test
  default void jobOfTheSameDeploymentIsReplaced() {
    MacAddress kept = Samples.mac();
    MacAddress dropped = Samples.mac();
    UUID deployment = UUID.randomUUID();
    stage().jobs().put(order(deployment, kept, dropped), PREPARED);
    Job seen = stage().jobs().find(deployment);
    stage().jobs().put(order(deployment, kept), PREPARED);

    assertThat(stage().jobs().all()).hasSize(1);
    assertThat(stage().jobs().findByMac(dropped)).isNull();
    assertThat(stage().jobs().update(seen, PREPARED)).as("seen of the former job").isFalse();
  }

  @Test
  default void cardBelongsToTheJobThatNamedItLast() {
    MacAddress mac = Samples.mac();
    stage().jobs().put(order(UUID.randomUUID(), mac), PREPARED);
    UUID later = UUID.randomUUID();
    stage().jobs().put(order(later, mac), PREPARED);

    assertThat(stage().jobs().findByMac(mac).order().deployment()).isEqualTo(later);
  }

  @Test
  default void removedJobIsGone() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().jobs().put(order, PREPARED);
    Job seen = stage().jobs().find(order.deployment());
    stage().jobs().remove(order.deployment());
    stage().jobs().remove(order.deployment());

    assertThat(stage().jobs().find(order.deployment())).isNull();
    assertThat(stage().jobs().findByMac(order.macs().getFirst())).isNull();
    assertThat(stage().jobs().update(seen, PREPARED)).isFalse();
    assertThat(stage().woken()).isEmpty();
  }

  @Test
  default void whoServesMachinesIsReadByTheOtherSide() {
    String desk = "http://172.30.10.1:10000";
    assertThat(stage().jobs().attendance(desk)).isEmpty();
    stage().jobs().attend(desk, new Attendance(Samples.NOW, "no kernel"));
    stage().jobs().attend("http://172.30.20.1:10000", new Attendance(Samples.NOW, ""));
    Attendance later = new Attendance(Samples.NOW.plusSeconds(5), "");
    stage().jobs().attend(desk, later);
    assertThat(stage().jobs().attendance(desk)).containsExactly(later);

    stage()
        .execute(
            """
            insert into deploy_helpers (desk, host, seen, lack)
            values ('%s', 'helper2', '2030-01-01 00:00:00', 'no ramdisk')
            """
                .formatted(desk));
    assertThat(stage().jobs().attendance(desk))
        .extracting(Attendance::lack)
        .containsExactly("no ramdisk", "");
    stage().jobs().leave(desk);
    stage().jobs().leave(desk);
    assertThat(stage().jobs().attendance(desk)).hasSize(1);
  }

  @Test
  default void aDeployerSeesItsOwnJobsAndTheMakerIsRemembered() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().jobs().put(order, PREPARED);
    JobBook others = stage().books().of("another");

    assertThat(stage().books().maker(order.deployment())).isEqualTo("agent");
    assertThat(others.find(order.deployment())).isNull();
    assertThat(others.findByMac(order.macs().getFirst())).isNull();
    assertThat(others.all()).isEmpty();
    DeployOrder another = order(UUID.randomUUID(), Samples.mac());
    others.put(another, PREPARED);
    assertThat(stage().books().maker(another.deployment())).isEqualTo("another");
    assertThat(stage().jobs().all()).hasSize(1);
    assertThat(stage().books().maker(UUID.randomUUID())).isNull();
  }

  /** Agents report often, and an order is large. */
  @Test
  default void aReportWritesTheStateAndLeavesTheOrder() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().jobs().put(order, PREPARED);
    Job seen = stage().jobs().find(order.deployment());
    stage().execute("update deploy_jobs set payload = x'00'");

    assertThat(stage().jobs().update(seen, new JobState("17 bytes", false))).isTrue();
    assertThat(stage().query("select state, bound_to_host from deploy_jobs"))
        .first()
        .isEqualTo("17 bytes");
  }
}
