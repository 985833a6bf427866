package org.novabm.node;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/**
 * Where the pool is kept. Every method is a transaction of its own. Passwords of BMCs are written
 * here and never read: {@link BmcSecrets} opens them.
 */
public interface NodeStore {

  /**
   * Stores a new node; id, occupant, task state and version of the argument are ignored.
   *
   * @param password of its BMC; empty for none
   * @return the node as stored
   * @throws DuplicateException when one of its MACs, its uuid, its BMC or its switch port belongs
   *     to another node
   */
  default Node add(Node node, Secret password) {
    return addAll(List.of(new NewNode(node, password))).getFirst();
  }

  /**
   * Stores many, all of them or none: one transaction costs little more than one of them does.
   *
   * @return the nodes as stored, in the same order
   * @throws DuplicateException when two of them have something in common that each needs alone, or
   *     another node has it
   */
  List<Node> addAll(List<NewNode> nodes);

  /** The same without a password. */
  default Node add(Node node) {
    return add(node, Secret.EMPTY);
  }

  /**
   * Writes what an operator may change of a node that is there: address, capacity, BMC, power
   * manager, terminal port, firmware, switch port and details. All else of the argument but its id
   * and version is ignored. Compare-and-set: nothing is written unless the version is still the one
   * given.
   *
   * @param password of the BMC from now on, empty for none; null leaves what there is
   * @return the node as stored, or null when there is no such node or somebody wrote it meanwhile
   * @throws DuplicateException when the BMC or the switch port it is to have belongs to another
   *     node
   */
  @Nullable Node update(Node changed, @Nullable Secret password);

  /** The same with the password that there is. */
  default @Nullable Node update(Node changed) {
    return update(changed, null);
  }

  @Nullable Node find(long id);

  @Nullable Node findByUuid(UUID uuid);

  @Nullable Node findByInstance(UUID instance);

  @Nullable Node findByMac(MacAddress mac);

  /** All nodes with row numbers above {@code after}, in their order, at most {@code limit}. */
  List<Node> list(long after, int limit);

  /**
   * Free nodes of the host that meet the demand, are not retired, and that nobody holds; smallest
   * memory first, then cpus, then disk.
   */
  List<NodeOffer> fitting(String serviceHost, Demand demand, int limit);

  /** Those of a size. */
  default List<NodeOffer> fitting(
      String serviceHost, int memoryMb, int vcpus, int diskGb, int limit) {
    return fitting(serviceHost, Demand.ofSize(memoryMb, vcpus, diskGb), limit);
  }

  /** Those of {@link #fitting} whose BMC answered when it was last asked for the power. */
  List<NodeOffer> fittingAndAnswering(String serviceHost, Demand demand, int limit);

  /**
   * Takes a node: one conditional update that writes the occupant, {@link ProvisionState#DEPLOYING}
   * and {@link TaskState#BUILDING} only where the node is available, is not retired, has no hold in
   * force, is of the class and has the traits that are demanded, and the instance is on no other
   * and not over. Sizes are not looked at, for who names a node means that one.
   *
   * @return it with its occupant; null when it is not so, somebody was faster, or its row cannot be
   *     read, which then stays as it was
   */
  @Nullable Node take(long id, Occupant occupant, Demand demand);

  /** Whether {@link #take} took it. */
  default boolean claim(long id, Occupant occupant, Demand demand) {
    return take(id, occupant, demand) != null;
  }

  /** Claims a node for something that demands nothing of it. */
  default boolean claim(long id, Occupant occupant) {
    return claim(id, occupant, Demand.ofSize(0, 0, 0));
  }

  /**
   * Puts an instance on a node that is {@link ProvisionState#ADOPTING}, with {@link
   * TaskState#ACTIVE}: one conditional update.
   *
   * @return false when the node is in another state or has one, or the instance is on another node
   */
  boolean occupy(long id, Occupant occupant);

  /**
   * Takes the instance off the node if it is on it, with {@link TaskState#DELETED}. The node is
   * offered again when its task has ended.
   */
  boolean release(long id, UUID instance);

  /**
   * Removes the node; its interfaces go for good, the row is marked deleted.
   *
   * @param force also when an instance is on it
   * @return false when there is no such node
   * @throws BusyException when an instance is on it and not forced
   */
  boolean delete(long id, boolean force);

  /**
   * Adds a network card.
   *
   * @return it as stored, or null when there is no such node
   * @throws DuplicateException when the MAC belongs to a node already
   */
  @Nullable NodeInterface addInterface(long nodeId, NodeInterface card);

  /** Removes the card of the node; false when there is none. */
  boolean removeInterface(long nodeId, MacAddress mac);

  /** How many nodes there are. */
  PoolCount count();
}
