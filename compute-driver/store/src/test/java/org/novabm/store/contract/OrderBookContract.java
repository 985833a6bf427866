package org.novabm.store.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.AgentContact.Phase;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.OpenOrder;

interface OrderBookContract extends OnDatabase {

  AgentContact PREPARED = AgentContact.prepared("/var/lib/novabm/images/a", 4096);

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
  default void orderIsFoundByDeploymentAndByEachCard() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac(), Samples.mac());
    stage().orders().put(order, PREPARED);

    OpenOrder found = stage().orders().find(order.deployment());
    assertThat(found.order()).usingRecursiveComparison().isEqualTo(order);
    assertThat(found.contact()).isEqualTo(PREPARED);
    for (MacAddress mac : order.macs()) {
      assertThat(stage().orders().findByMac(mac).order().deployment())
          .isEqualTo(order.deployment());
    }
    assertThat(stage().orders().findByMac(Samples.mac())).isNull();
    assertThat(stage().orders().find(UUID.randomUUID())).isNull();
    assertThat(stage().orders().all()).hasSize(1);
    assertThat(stage().woken()).isEmpty();
  }

  @Test
  default void aDeploymentIsWokenWithoutAnOrder() {
    UUID deployment = UUID.randomUUID();
    stage().orders().wake(deployment);

    assertThat(stage().woken()).containsExactly(deployment);
    assertThat(stage().orders().all()).isEmpty();
  }

  @Test
  default void updateWakesAndTheSecondWriterLoses() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().orders().put(order, PREPARED);
    OpenOrder seen = stage().orders().find(order.deployment());
    AgentContact writing =
        new AgentContact(
            Phase.WRITING,
            "/a",
            "d".repeat(AgentContact.DOSSIER_CHARACTERS),
            "192.0.2.9",
            "d2",
            Samples.NOW,
            17,
            4096,
            "so far",
            "192.0.2.10 was refused");

    assertThat(stage().orders().update(seen, writing)).isTrue();
    assertThat(stage().woken()).containsExactly(order.deployment());
    assertThat(stage().orders().find(order.deployment()).contact()).isEqualTo(writing);
    assertThat(stage().orders().update(seen, PREPARED)).isFalse();
    assertThat(stage().woken()).hasSize(1);
  }

  @Test
  default void orderOfTheSameDeploymentIsReplaced() {
    MacAddress kept = Samples.mac();
    MacAddress dropped = Samples.mac();
    UUID deployment = UUID.randomUUID();
    stage().orders().put(order(deployment, kept, dropped), PREPARED);
    OpenOrder seen = stage().orders().find(deployment);
    stage().orders().put(order(deployment, kept), PREPARED);

    assertThat(stage().orders().all()).hasSize(1);
    assertThat(stage().orders().findByMac(dropped)).isNull();
    assertThat(stage().orders().update(seen, PREPARED)).as("seen of the former order").isFalse();
  }

  @Test
  default void cardBelongsToTheOrderThatNamedItLast() {
    MacAddress mac = Samples.mac();
    stage().orders().put(order(UUID.randomUUID(), mac), PREPARED);
    UUID later = UUID.randomUUID();
    stage().orders().put(order(later, mac), PREPARED);

    assertThat(stage().orders().findByMac(mac).order().deployment()).isEqualTo(later);
  }

  @Test
  default void removedOrderIsGone() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().orders().put(order, PREPARED);
    OpenOrder seen = stage().orders().find(order.deployment());
    stage().orders().remove(order.deployment());
    stage().orders().remove(order.deployment());

    assertThat(stage().orders().find(order.deployment())).isNull();
    assertThat(stage().orders().findByMac(order.macs().getFirst())).isNull();
    assertThat(stage().orders().update(seen, PREPARED)).isFalse();
    assertThat(stage().woken()).isEmpty();
  }

  @Test
  default void whoServesMachinesIsReadByTheOtherSide() {
    String desk = "http://172.30.10.1:10000";
    assertThat(stage().orders().attendance(desk)).isEmpty();
    stage().orders().attend(desk, new Attendance(Samples.NOW, "no kernel"));
    stage().orders().attend("http://172.30.20.1:10000", new Attendance(Samples.NOW, ""));
    Attendance later = new Attendance(Samples.NOW.plusSeconds(5), "");
    stage().orders().attend(desk, later);
    assertThat(stage().orders().attendance(desk)).containsExactly(later);

    stage()
        .execute(
            """
            insert into deploy_helpers (desk, host, seen, lack)
            values ('%s', 'helper2', '2030-01-01 00:00:00', 'no ramdisk')
            """
                .formatted(desk));
    assertThat(stage().orders().attendance(desk))
        .extracting(Attendance::lack)
        .containsExactly("no ramdisk", "");
    stage().orders().leave(desk);
    stage().orders().leave(desk);
    assertThat(stage().orders().attendance(desk)).hasSize(1);
  }

  @Test
  default void noteAsLongAsItWillIsCutAndNotLost() {
    DeployOrder order = order(UUID.randomUUID(), Samples.mac());
    stage().orders().put(order, PREPARED);
    OpenOrder seen = stage().orders().find(order.deployment());
    AgentContact noted =
        new AgentContact(
            Phase.BOOTING, "/a", null, null, null, null, 0, 0, null, "refused ".repeat(400));

    assertThat(stage().orders().update(seen, noted)).isTrue();
    assertThat(stage().orders().find(order.deployment()).contact().note())
        .startsWith("refused refused")
        .hasSize(2000);
  }
}
