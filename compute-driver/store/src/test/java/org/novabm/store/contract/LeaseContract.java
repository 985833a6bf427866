package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.node.Node;
import org.novabm.service.HostLease;
import org.novabm.service.LeaseClock;
import org.novabm.service.ServiceProcess;
import org.novabm.service.Succession;
import org.novabm.task.Writes;

/** Leases and successions as processes see them that share the database. */
interface LeaseContract extends OnDatabase {

  Duration LENGTH = Duration.ofSeconds(15);

  /** A clock that a test moves. */
  final class Hand implements LeaseClock {
    private long nanos = Long.MAX_VALUE - 1_000_000_000L;
    private Instant time = Samples.NOW;

    void pass(Duration time) {
      nanos += time.toNanos();
      this.time = this.time.plus(time);
    }

    /** The machine was suspended: only the time of day went on. */
    void suspend(Duration time) {
      this.time = this.time.plus(time);
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public Instant time() {
      return time;
    }
  }

  private HostLease lease(String host, ServiceProcess process, LeaseClock clock) {
    return new HostLease(stage().services(), host, process, LENGTH, clock);
  }

  @Test
  default void aLeaseEndsWhenItIsNotRenewed() {
    Hand clock = new Hand();
    HostLease lease = lease("compute1", ServiceContract.process(), clock);
    assertThat(lease.isHeld()).isFalse();
    assertThat(lease.renew()).isTrue();
    clock.pass(LENGTH.minusMillis(1));
    assertThat(lease.isHeld()).isTrue();
    assertThat(lease.renew()).isTrue();
    clock.pass(LENGTH.minusMillis(1));
    assertThat(lease.isHeld()).isTrue();
    clock.pass(Duration.ofMillis(1));
    assertThat(lease.isHeld()).isFalse();
    assertThat(lease.renew()).isTrue();
    clock.suspend(LENGTH);
    assertThat(lease.isHeld()).as("after the machine was suspended").isFalse();
  }

  @Test
  default void aSecondProcessStandsByAndNeverActsBesideTheFirst() {
    Hand clock = new Hand();
    HostLease first = lease("compute1", ServiceContract.process(), clock);
    HostLease second = lease("compute1", ServiceContract.process(), clock);
    assertThat(first.renew()).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(second.renew()).isFalse();
      clock.pass(Duration.ofSeconds(3));
      assertThat(first.renew()).isTrue();
      assertThat(second.isHeld()).isFalse();
    }
    // the first one is stopped here, and says nothing
    while (!second.renew()) {
      clock.pass(Duration.ofSeconds(3));
    }
    assertThat(first.isHeld()).isFalse();
    assertThat(first.renew()).as("woken again").isFalse();
    assertThat(second.isHeld()).isTrue();
  }

  /** Seen: a process woken again took a new lease, and its old step moved a port by it. */
  @Test
  default void aLeaseIsNotTakenAnewWhileSomethingOfBeforeIsInHand() {
    Hand clock = new Hand();
    HostLease lease = lease("compute1", ServiceContract.process(), clock);
    lease.renew();
    boolean again =
        lease.during(
            () -> {
              clock.pass(LENGTH.multipliedBy(2));
              stage().services().takeOver(stage().services().find("compute1"), "compute2");
              return lease.renew() || lease.isHeld();
            });
    assertThat(again).isFalse();
    assertThat(lease.renew()).isTrue();
  }

  @Test
  default void aTaskThatWasTakenOverIsAnotherHosts() {
    Writes spawn = Samples.spawn();
    stage().tasks().begin(spawn);
    assertThat(stage().tasks().findOwn(spawn.task().id())).isEqualTo(spawn.task());
    lease("compute1", ServiceContract.process(), new Hand()).renew();
    stage().services().takeOver(stage().services().find("compute1"), "compute2");
    assertThat(stage().tasks().findOwn(spawn.task().id())).isNull();
    assertThat(stage().tasks().find(spawn.task().id())).isNotNull();
  }

  @Test
  default void whoLeavesKeepsNobodyWaiting() {
    Hand clock = new Hand();
    HostLease first = lease("compute1", ServiceContract.process(), clock);
    first.renew();
    first.leave();
    assertThat(first.isHeld()).isFalse();
    assertThat(lease("compute1", ServiceContract.process(), clock).renew()).isTrue();
  }

  @Test
  default void theSuccessorOfAProcessThatEndedHereDoesNotWait() {
    Hand clock = new Hand();
    ServiceProcess here = ServiceProcess.current("1.0", Samples.NOW);
    ServiceProcess ended =
        new ServiceProcess(
            UUID.randomUUID(),
            here.machine(),
            here.pid(),
            here.began().minusSeconds(9),
            "1.0",
            Samples.NOW);
    assertThat(lease("compute1", ended, clock).renew()).isTrue();
    assertThat(lease("compute1", here, clock).renew()).isTrue();
    assertThat(lease("compute1", ServiceProcess.current("1.0", Samples.NOW), clock).renew())
        .as("this one lives")
        .isFalse();
  }

  @Test
  default void aSilentHostIsTakenOverAfterItsLeaseAndNotBefore() {
    Hand clock = new Hand();
    Node node = stage().nodes().add(Samples.node());
    HostLease silent = lease("compute1", ServiceContract.process(), clock);
    HostLease other = lease("compute2", ServiceContract.process(), clock);
    silent.renew();
    other.renew();
    Succession succession = succession("compute2", Duration.ofSeconds(5), clock);
    assertThat(succession.look()).isFalse();
    clock.pass(Duration.ofSeconds(20));
    assertThat(succession.look()).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(succession.look()).isTrue();
    assertThat(stage().nodes().find(node.id()).serviceHost()).isEqualTo("compute2");
    assertThat(silent.isHeld()).isFalse();

    assertThat(silent.renew()).as("it comes again").isTrue();
    assertThat(succession("compute1", Duration.ofSeconds(5), clock).look()).isFalse();
    assertThat(stage().nodes().find(node.id()).serviceHost()).isEqualTo("compute1");
  }

  @Test
  default void nobodyTakesOverByItselfNorWhileItIsDrained() {
    Hand clock = new Hand();
    stage().nodes().add(Samples.node());
    lease("compute1", ServiceContract.process(), clock).renew();
    lease("compute2", ServiceContract.process(), clock).renew();
    Succession never =
        new Succession(stage().services(), "compute2", Succession.Policy.NEVER, clock);
    Succession drained = succession("compute2", Duration.ofSeconds(1), clock);
    stage().services().drain("compute2", "a new kernel");
    assertThat(never.look() || drained.look()).isFalse();
    clock.pass(Duration.ofHours(1));
    assertThat(never.look() || drained.look()).isFalse();
  }

  private Succession succession(String host, Duration after, LeaseClock clock) {
    return new Succession(stage().services(), host, new Succession.Policy(after), clock);
  }
}
