package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Instance;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.task.NodeChange;
import org.novabm.task.Task;
import org.novabm.task.Writes;

public interface AdoptContract extends OnStores {

  private Node manageable() {
    Node node = stage().nodes().add(Samples.node());
    stage().put(node.id(), ProvisionState.MANAGEABLE);
    return found(node);
  }

  private Node found(Node node) {
    return Objects.requireNonNull(stage().nodes().find(node.id()));
  }

  private static Writes adopt(Node node, UUID instance) {
    UUID id = UUID.randomUUID();
    Task.Head head =
        new Task.Head(id, Verb.ADOPT, ProvisionState.MANAGEABLE, instance, Samples.NOW);
    return Writes.of(Task.begin(head, Samples.PLAN, node.id()))
        .with(
            new Instance(
                Samples.request(instance),
                VmState.BUILDING,
                null,
                node.id(),
                null,
                Samples.NOW,
                null,
                null,
                null))
        .with(new NodeChange(node.id(), ProvisionState.ADOPTING, null));
  }

  @Test
  default void adoptionBeginsOnANodeAsItWasAskedForAlone() {
    Node node = manageable();
    Writes writes = adopt(node, UUID.randomUUID());
    assertThat(stage().tasks().begin(writes)).isTrue();
    assertThat(found(node).state()).isEqualTo(ProvisionState.ADOPTING);
    assertThat(stage().instances().findInstance(writes.task().instance()))
        .isEqualTo(writes.instance());

    Node available = stage().nodes().add(Samples.node());
    Writes late = adopt(available, UUID.randomUUID());
    assertThat(stage().tasks().begin(late)).as("it is in another state").isFalse();
    assertThat(stage().instances().findInstance(late.task().instance())).isNull();
    assertThat(found(available).state()).isEqualTo(ProvisionState.AVAILABLE);
  }

  @Test
  default void instanceThatIsThereIsNotAdopted() {
    Writes spawned = Samples.spawn();
    stage().tasks().begin(spawned);
    UUID uuid = spawned.task().instance();
    stage().tasks().save(Writes.of(TaskStoreContract.ended(spawned.task())));
    Node node = manageable();
    assertThat(stage().tasks().begin(adopt(node, uuid))).isFalse();
    assertThat(found(node).state()).isEqualTo(ProvisionState.MANAGEABLE);
    assertThat(stage().instances().findInstance(uuid)).isEqualTo(spawned.instance());
  }

  @Test
  default void adoptedNodeIsOccupiedOnce() {
    Node node = manageable();
    Occupant occupant = Samples.occupant();
    assertThat(stage().nodes().occupy(node.id(), occupant)).as("it is not adopted").isFalse();
    stage().tasks().begin(adopt(node, occupant.instance()));

    assertThat(stage().nodes().occupy(node.id(), occupant)).isTrue();
    assertThat(found(node).occupant()).isEqualTo(occupant);
    assertThat(found(node).state()).isEqualTo(ProvisionState.ADOPTING);
    assertThat(found(node).taskState()).isEqualTo(TaskState.ACTIVE);
    assertThat(stage().nodes().occupy(node.id(), Samples.occupant())).isFalse();
    assertThat(stage().nodes().release(node.id(), occupant.instance())).isTrue();
    assertThat(stage().nodes().occupy(node.id(), occupant)).isTrue();

    Node other = manageable();
    stage().tasks().begin(adopt(other, UUID.randomUUID()));
    assertThat(stage().nodes().occupy(other.id(), occupant))
        .as("the instance is on another node")
        .isFalse();
    assertThat(found(other).isFree()).isTrue();
  }
}
