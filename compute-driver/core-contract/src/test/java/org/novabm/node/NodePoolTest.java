package org.novabm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novabm.device.PowerRecord;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryPowerBook;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.PowerState;

class NodePoolTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final MemoryHoldStore holds = new MemoryHoldStore(() -> NOW);
  private final MemoryPowerBook power = new MemoryPowerBook();
  private final MemoryNodeStore store = new MemoryNodeStore(holds, power, () -> NOW);
  private final NodePool pool = new NodePool(store, holds, "host1", NodePool.Admission.OPEN);

  @Test
  void theSmallestNodeThatFitsIsTaken() {
    store.addStandard(8192);
    Node small = store.addStandard(2048);
    store.addStandard(1024);
    assertThat(pool.claim(request(2000, null), List.of()))
        .isInstanceOfSatisfying(
            ClaimOutcome.Claimed.class, c -> assertThat(c.node().id()).isEqualTo(small.id()));
  }

  @Test
  void aNodeThatDoesNotAnswerIsTakenWhenThereIsNoOther() {
    Node dead = store.addStandard(1024);
    Node alive = store.addStandard(8192);
    power.write(new PowerRecord(dead.id(), null, "no answer", Instant.EPOCH));
    power.write(new PowerRecord(alive.id(), PowerState.OFF, null, Instant.EPOCH));
    assertClaimed(pool.claim(request(512, null), List.of()), alive);
    assertClaimed(pool.claim(request(512, null), List.of()), dead);
  }

  @Test
  void aNodeThatWasTriedIsNotTakenAgain() {
    Node first = store.addStandard(1024);
    Node second = store.addStandard(2048);
    assertClaimed(pool.claim(request(512, null), List.of(first.id())), second);
    assertThat(pool.claim(request(512, null), List.of(first.id())))
        .isInstanceOfSatisfying(
            ClaimOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("was tried already"));
  }

  @Test
  void aHostThatIsDrainedGivesNoNodeToANewInstanceAndKeepsTheOldOnes() {
    store.addStandard(1024);
    store.addStandard(1024);
    InstanceRequest old = request(512, null);
    ClaimOutcome taken = pool.claim(old, List.of());
    NodePool drained = new NodePool(store, holds, "host1", () -> "a new kernel");

    assertThat(drained.claim(request(512, null), List.of()))
        .isEqualTo(new ClaimOutcome.Refused("host host1 takes no new instances: a new kernel"));
    assertThat(drained.claim(old, List.of())).isInstanceOf(taken.getClass());
  }

  private static void assertClaimed(ClaimOutcome outcome, Node node) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ClaimOutcome.Claimed.class,
            claimed -> assertThat(claimed.node().id()).isEqualTo(node.id()));
  }

  @Test
  void whyNoNodeFitsIsToldNodeByNode() {
    Node busy = store.addStandard(8192);
    InstanceRequest first = request(4096, null);
    pool.claim(first, List.of());
    store.addStandard(1024);
    assertThat(pool.claim(request(2048, null), List.of()))
        .isEqualTo(
            new ClaimOutcome.Refused(
                "no node fits: node 1 (52:54:00:ac:00:01) is taken by instance "
                    + first.instance()
                    + "; node 2 (52:54:00:ac:00:02) has 1024 MiB memory of 2048 wanted"));
    assertThat(busy.isFree()).isTrue();
  }

  @Test
  void anEmptyPoolSaysSo() {
    assertThat(pool.claim(request(1, null), List.of()))
        .isEqualTo(new ClaimOutcome.Refused("no node fits: none is registered"));
  }

  @Test
  void aNamedNodeIsClaimedOrNothing() {
    Node node = store.addStandard(512);
    store.addStandard(8192);
    InstanceRequest first = request(1024, node.uuid());
    assertThat(pool.claim(first, List.of())).isInstanceOf(ClaimOutcome.Claimed.class);
    assertThat(pool.claim(first, List.of()))
        .as("again, after a crash")
        .isInstanceOf(ClaimOutcome.Claimed.class);
    assertThat(pool.claim(request(1024, node.uuid()), List.of()))
        .isInstanceOfSatisfying(
            ClaimOutcome.Refused.class,
            refused ->
                assertThat(refused.reason()).contains("is taken by instance " + first.instance()));
    assertThat(pool.claim(request(1024, UUID.randomUUID()), List.of()))
        .isInstanceOfSatisfying(
            ClaimOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("is not registered here"));
  }

  @Test
  void aNamedNodeOfAnotherHostIsThatHosts() {
    Node node = store.addStandard(2048);
    NodePool other = new NodePool(store, holds, "host2", NodePool.Admission.OPEN);
    assertThat(other.claim(request(1024, node.uuid()), List.of()))
        .isEqualTo(
            new ClaimOutcome.Refused(node.display() + " belongs to host host1, not to host2"));
    assertThat(node.isAvailable()).isTrue();
  }

  @Test
  void manyAtOnceGetOneNodeEach() {
    for (int i = 0; i < 8; i++) {
      store.addStandard(1024);
    }
    AtomicInteger claimed = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 32; i++) {
        threads.execute(
            () -> {
              if (pool.claim(request(1024, null), List.of()) instanceof ClaimOutcome.Claimed) {
                claimed.incrementAndGet();
              }
            });
      }
    }
    assertThat(claimed).hasValue(8);
    assertThat(store.list(0, 99).stream().map(Node::occupant).distinct()).hasSize(8);
  }

  private static InstanceRequest request(int memoryMb, @Nullable UUID node) {
    return new InstanceRequest(
        UUID.randomUUID(),
        "i",
        "i",
        new Flavor("", memoryMb, 1, 1, 0),
        new ImageRef("x", null, null),
        node,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        RequestContext.NONE);
  }
}
