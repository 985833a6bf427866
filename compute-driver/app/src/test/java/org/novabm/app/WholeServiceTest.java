package org.novabm.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.driver.NodeDriver;
import org.novabm.driver.NodeRelease;
import org.novabm.driver.ReleaseAnswer;
import org.novabm.driver.ReleaseOrder;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;
import org.novabm.node.NodeBackends;

/** The service as it is composed, from what is asked to what is so. */
@Timeout(180)
class WholeServiceTest {

  private static final Duration PATIENT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void anInstanceLivesThroughAllThatCanBeAskedOfIt() throws IOException {
    try (OneProcess service = OneProcess.start(folder, "h1")) {
      Node node = service.addNode(1);
      UUID instance = spawn(service);
      becomes(service, instance, VmState.ACTIVE);
      assertThat(service.instance(instance).node()).isEqualTo(node.id());

      accepted(service.driver().stop(instance, Manner.SOFT));
      becomes(service, instance, VmState.STOPPED);
      accepted(service.driver().reboot(instance, Manner.HARD));
      becomes(service, instance, VmState.ACTIVE);
      accepted(service.driver().rebuild(instance, OneProcess.request(instance, "db.img")));
      becomes(service, instance, VmState.ACTIVE);
      assertThat(service.instance(instance).request().image().reference()).isEqualTo("db.img");

      accepted(service.driver().destroy(instance));
      becomes(service, instance, VmState.DELETED);
      assertThat(service.node(node.id()).isAvailable()).isTrue();
    }
  }

  @Test
  void aNodeIsHeldLetGoAdoptedAndLivesOn() throws IOException {
    try (OneProcess service = OneProcess.start(folder, "h1")) {
      Node node = service.addNode(1);
      HoldStore holds = service.part(HoldStore.class);
      NodeRelease release = service.part(NodeRelease.class);
      ReleaseOrder force = new ReleaseOrder(true, "10.0.0.5", "the rack burnt");

      holds.place(node.id(), Hold.placed("operator", "10.0.0.5", "a disk", Instant.now(), null));
      UUID refused = spawn(service);
      becomes(service, refused, VmState.ERROR);
      assertThat(service.instance(refused).fault()).contains("hold 'operator' by 10.0.0.5");
      holds.release(node.id(), "operator");

      UUID instance = spawn(service);
      await().atMost(PATIENT).until(() -> service.task(instance).cursor().line() > 5);
      assertThat(release.ask(node.id(), force)).isInstanceOf(ReleaseAnswer.After.class);
      becomes(service, instance, VmState.ERROR);
      assertThat(release.ask(node.id(), force)).isInstanceOf(ReleaseAnswer.Begun.class);
      await()
          .atMost(PATIENT)
          .until(() -> service.node(node.id()).state() == ProvisionState.MANAGEABLE);
      assertThat(holds.of(node.id())).isEmpty();

      accepted(
          service
              .part(NodeDriver.class)
              .adopt(node.id(), OneProcess.request(instance, "found.img")));
      await().atMost(PATIENT).until(() -> !service.task(instance).isLive());
      assertThat(service.instance(instance).launched()).isNotNull();
      accepted(service.driver().start(instance));
      becomes(service, instance, VmState.ACTIVE);
      assertThat(release.ask(node.id(), force)).isInstanceOf(ReleaseAnswer.Begun.class);
      becomes(service, instance, VmState.DELETED);
      assertThat(service.instance(instance).fault())
          .isEqualTo("released by force, by 10.0.0.5: the rack burnt");
      assertThat(service.node(node.id()).isFree()).isTrue();
    }
  }

  /** The standard one has no such image, so nobody but the other can have deployed it. */
  @Test
  void aNodeIsDeployedByTheDeployerThatItNames() throws IOException {
    String lines = "deploy_http_port = 0\ndeploy_tftp_port = 0\nenabled_deploy_interfaces = fake";
    try (OneProcess service = OneProcess.start(folder, "h1", "agent", lines)) {
      Node node = service.addNode(1, new NodeBackends("fake", "fake"));
      UUID instance = spawn(service);
      becomes(service, instance, VmState.ACTIVE);
      assertThat(service.instance(instance).node()).isEqualTo(node.id());

      service.addNode(2);
      UUID refused = spawn(service);
      becomes(service, refused, VmState.ERROR);
      assertThat(service.instance(refused).fault()).contains("web.img");
    }
  }

  @Test
  void whatIsUnderWayWhenTheServiceStopsIsGoneOnWithByTheNext() throws IOException {
    UUID instance;
    try (OneProcess service = OneProcess.start(folder, "h1")) {
      service.addNode(1);
      instance = spawn(service);
      await().atMost(PATIENT).until(() -> service.task(instance).cursor().line() > 5);
    }
    try (OneProcess service = OneProcess.start(folder, "h1")) {
      becomes(service, instance, VmState.ACTIVE);
    }
  }

  @Test
  void aDestroyInTheMiddleFreesTheNode() throws IOException {
    try (OneProcess service = OneProcess.start(folder, "h1")) {
      Node node = service.addNode(1);
      UUID instance = spawn(service);
      await().atMost(PATIENT).until(() -> service.task(instance).cursor().line() > 5);
      accepted(service.driver().destroy(instance));
      becomes(service, instance, VmState.DELETED);
      assertThat(service.node(node.id()).isAvailable()).isTrue();
    }
  }

  @Test
  void twoHostsOnOneDatabaseDoTheirOwnWork() throws IOException {
    try (OneProcess one = OneProcess.start(folder, "h1");
        OneProcess two = OneProcess.start(folder, "h2")) {
      for (int i = 1; i <= 4; i++) {
        one.addNode(i);
        two.addNode(i);
      }
      List<UUID> ones = Stream.generate(() -> spawn(one)).limit(4).toList();
      List<UUID> twos = Stream.generate(() -> spawn(two)).limit(4).toList();
      ones.forEach(instance -> becomes(one, instance, VmState.ACTIVE));
      twos.forEach(instance -> becomes(two, instance, VmState.ACTIVE));
      assertThat(ones).allMatch(it -> hostOf(one, it).equals("h1"));
      assertThat(twos).allMatch(it -> hostOf(one, it).equals("h2"));
    }
  }

  @Test
  void aHostThatWentAwayIsTakenOverAndGetsItsNodeBack() throws IOException {
    String quick = "lease_seconds = 1\ntakeover_seconds = 1";
    try (OneProcess two = OneProcess.start(folder, "h2", quick)) {
      UUID instance;
      Node node;
      try (OneProcess one = OneProcess.start(folder, "h1", quick)) {
        node = one.addNode(1);
        instance = spawn(one);
        await().atMost(PATIENT).until(() -> one.task(instance).cursor().line() > 5);
      }
      becomes(two, instance, VmState.ACTIVE);
      assertThat(hostOf(two, instance)).isEqualTo("h2");

      try (OneProcess one = OneProcess.start(folder, "h1", quick)) {
        await().atMost(PATIENT).until(() -> hostOf(one, instance).equals("h1"));
        accepted(one.driver().destroy(instance));
        becomes(one, instance, VmState.DELETED);
        assertThat(one.node(node.id()).isAvailable()).isTrue();
      }
    }
  }

  private static String hostOf(OneProcess service, UUID instance) {
    Long node = service.instance(instance).node();
    return node == null ? "" : service.node(node).serviceHost();
  }

  private static UUID spawn(OneProcess service) {
    UUID instance = UUID.randomUUID();
    accepted(service.driver().spawn(OneProcess.request(instance, "web.img")));
    return instance;
  }

  private static void accepted(DriverAnswer answer) {
    assertThat(answer).isInstanceOf(DriverAnswer.Accepted.class);
  }

  private static void becomes(OneProcess service, UUID instance, VmState state) {
    await()
        .atMost(PATIENT)
        .until(() -> !service.task(instance).isLive() || service.instance(instance).isOver());
    assertThat(service.instance(instance).state())
        .as("%s", service.instance(instance).fault())
        .isEqualTo(state);
  }
}
