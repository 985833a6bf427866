package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.Node;
import org.novabm.node.NodeOffer;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.task.Writes;

public interface ClaimContract extends OnStores {

  @Test
  default void claimedNodeIsHeldUntilItIsReleased() {
    Node node = stage().nodes().add(Samples.node());
    Occupant occupant = Samples.occupant();
    UUID stranger = UUID.randomUUID();

    assertThat(stage().nodes().claim(node.id(), occupant)).isTrue();
    Node held = stage().nodes().findByInstance(occupant.instance());
    assertThat(held.id()).isEqualTo(node.id());
    assertThat(held.occupant()).isEqualTo(occupant);
    assertThat(held.taskState()).isEqualTo(TaskState.BUILDING);
    assertThat(held.version()).isEqualTo(node.version() + 1);
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isFalse();
    assertThat(stage().nodes().claim(node.id(), occupant)).isFalse();
    assertThat(held.state()).isEqualTo(ProvisionState.DEPLOYING);
    assertThat(stage().nodes().release(node.id(), stranger)).isFalse();
    assertThat(stage().nodes().release(node.id(), occupant.instance())).isTrue();
    assertThat(stage().nodes().release(node.id(), occupant.instance())).isFalse();
    Node free = stage().nodes().find(node.id());
    assertThat(free.isFree()).isTrue();
    assertThat(free.taskState()).isEqualTo(TaskState.DELETED);
    assertThat(stage().nodes().claim(node.id(), Samples.occupant()))
        .as("offered again by the end of its task alone")
        .isFalse();
  }

  @Test
  default void anInstanceThatIsOverGetsNoNode() {
    Node node = stage().nodes().add(Samples.node());
    Writes spawn = Samples.spawn();
    stage().tasks().begin(spawn);
    Instance instance = Objects.requireNonNull(spawn.instance());
    Occupant late = new Occupant(instance.uuid(), "late");
    stage().tasks().save(Writes.of(spawn.task()).with(instance.terminated(Samples.NOW)));

    assertThat(stage().nodes().claim(node.id(), late)).as("its process was stopped").isFalse();

    assertThat(stage().nodes().find(node.id()).isAvailable()).isTrue();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isTrue();
  }

  @Test
  default void instanceIsOnOneNodeOnly() {
    Node first = stage().nodes().add(Samples.node());
    Node second = stage().nodes().add(Samples.node());
    Occupant occupant = Samples.occupant();

    assertThat(stage().nodes().claim(first.id(), occupant)).isTrue();
    assertThat(stage().nodes().claim(second.id(), occupant)).isFalse();
    assertThat(stage().nodes().find(second.id()).isFree()).isTrue();
  }

  @Test
  default void manyClaimOfFewNodesAndEachGetsOne() throws Exception {
    List<Node> nodes = eight();
    List<Boolean> won =
        together(IntStream.range(0, 32).mapToObj(i -> (Callable<Boolean>) this::spawn).toList());

    assertThat(won.stream().filter(claimed -> claimed)).hasSize(8);
    assertThat(nodes.stream().map(node -> stage().nodes().find(node.id()).occupant()))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  default void instanceClaimedOnAllNodesAtOnceGetsOne() throws Exception {
    List<Node> nodes = eight();
    for (int round = 0; round < 10; round++) {
      Occupant occupant = Samples.occupant();
      List<Boolean> won =
          together(
              nodes.stream()
                  .map(node -> (Callable<Boolean>) () -> stage().nodes().claim(node.id(), occupant))
                  .toList());

      assertThat(won.stream().filter(claimed -> claimed)).hasSize(1);
      Node held = stage().nodes().findByInstance(occupant.instance());
      assertThat(stage().nodes().release(held.id(), occupant.instance())).isTrue();
      stage().put(held.id(), ProvisionState.AVAILABLE);
    }
  }

  private List<Node> eight() {
    return IntStream.range(0, 8).mapToObj(i -> stage().nodes().add(Samples.node())).toList();
  }

  /** Claims the first node that is still there, as a spawn does. */
  private boolean spawn() {
    Occupant occupant = Samples.occupant();
    while (true) {
      List<NodeOffer> free = stage().nodes().fitting("compute1", 1, 1, 1, 4);
      if (free.isEmpty()) {
        return false;
      }
      for (NodeOffer node : free) {
        if (stage().nodes().claim(node.id(), occupant)) {
          return true;
        }
      }
    }
  }

  /** All at the same time. */
  static <T> List<T> together(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
