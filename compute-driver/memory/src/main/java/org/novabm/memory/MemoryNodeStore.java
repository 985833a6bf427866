package org.novabm.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerBook;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.memory.NodeCopies.Row;
import org.novabm.node.BusyException;
import org.novabm.node.Demand;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.PoolCount;
import org.novabm.node.TaskState;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;

/** A pool in a map, with the same rules as the database. */
public final class MemoryNodeStore implements NodeStore {

  private final TreeMap<Long, Node> nodes = new TreeMap<>();
  private final NodeConflict conflicts = new NodeConflict(nodes.values());
  private final NodeOffers offers;
  private final MemoryHoldStore holds;
  private final InstantSource time;
  private long lastNode;
  private long lastCard;

  /** A pool of machines that nobody holds, and of which nobody knows whether their BMCs answer. */
  public MemoryNodeStore() {
    this(new MemoryHoldStore(() -> Instant.EPOCH));
  }

  /** A pool of machines of which nobody knows whether their BMCs answer. */
  public MemoryNodeStore(MemoryHoldStore holds) {
    this(holds, new MemoryPowerBook(), () -> Instant.EPOCH);
  }

  /**
   * A pool.
   *
   * @param holds what is held in it; those of a deleted node go with it
   * @param power says whose BMC answered
   * @param time of writes
   */
  public MemoryNodeStore(MemoryHoldStore holds, PowerBook power, InstantSource time) {
    this.offers = new NodeOffers(nodes.values(), holds, power);
    this.holds = holds;
    this.time = time;
  }

  /** Forgets all, and what was held; numbers begin anew. */
  public synchronized void clear() {
    nodes.clear();
    holds.clear();
    lastNode = 0;
    lastCard = 0;
  }

  /** A node of the usual kind, on port {@code p<id>} of switch 1. */
  public synchronized Node addStandard(int memoryMb) {
    return add(NodeCopies.standard(lastNode + 1, memoryMb));
  }

  @Override
  public synchronized Node add(Node node) {
    conflicts.refuse(node);
    List<NodeInterface> cards = node.interfaces().stream().map(this::numbered).toList();
    return put(node, node, new Row(++lastNode, cards, null, node.state(), null, 0));
  }

  private NodeInterface numbered(NodeInterface card) {
    return new NodeInterface(
        ++lastCard, card.mac(), card.datapathId(), card.portNo(), card.vifUuid());
  }

  @Override
  public synchronized @Nullable Node update(Node changed) {
    Node now = nodes.get(changed.id());
    if (now == null || now.version() != changed.version()) {
      return null;
    }
    conflicts.refusePort(changed.switchPort(), now.id());
    conflicts.refuseBmc(changed.power(), now.id());
    return put(now, changed, Row.of(now));
  }

  /** Gives a node, as it was read, another BMC or another account. */
  public Node giveBmc(Node it, Endpoint power) {
    return Objects.requireNonNull(
        update(NodeCopies.withBmc(it, power)), "somebody wrote it meanwhile");
  }

  /** Says other things of a node. */
  public Node describe(long id, NodeDetails details) {
    Node now = Objects.requireNonNull(find(id));
    return Objects.requireNonNull(update(now.with(details)), "somebody wrote it meanwhile");
  }

  @Override
  public synchronized @Nullable Node find(long id) {
    return nodes.get(id);
  }

  @Override
  public @Nullable Node findByUuid(UUID uuid) {
    return first(node -> node.uuid().equals(uuid));
  }

  @Override
  public @Nullable Node findByInstance(UUID instance) {
    return first(node -> node.isHeldBy(instance));
  }

  @Override
  public @Nullable Node findByMac(MacAddress mac) {
    return first(node -> node.macs().contains(mac));
  }

  private synchronized @Nullable Node first(Predicate<Node> wanted) {
    return nodes.values().stream().filter(wanted).findFirst().orElse(null);
  }

  @Override
  public synchronized List<Node> list(long after, int limit) {
    return nodes.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized List<Node> fittingAndAnswering(String host, Demand demand, int limit) {
    return offers.answering(host, demand).limit(limit).toList();
  }

  @Override
  public synchronized List<Node> fitting(String host, Demand demand, int limit) {
    return offers.fitting(host, demand).limit(limit).toList();
  }

  @Override
  public synchronized boolean claim(long id, Occupant occupant, Demand demand) {
    Node node = nodes.get(id);
    if (node == null
        || !offers.isOffered(node, demand)
        || findByInstance(occupant.instance()) != null) {
      return false;
    }
    put(node, Row.of(node).with(occupant, ProvisionState.DEPLOYING, TaskState.BUILDING));
    return true;
  }

  @Override
  public synchronized boolean occupy(long id, Occupant occupant) {
    Node node = nodes.get(id);
    if (node == null
        || !node.isFree()
        || node.state() != ProvisionState.ADOPTING
        || findByInstance(occupant.instance()) != null) {
      return false;
    }
    put(node, Row.of(node).with(occupant, node.state(), TaskState.ACTIVE));
    return true;
  }

  @Override
  public synchronized boolean release(long id, UUID instance) {
    Node node = nodes.get(id);
    if (node == null || !node.isHeldBy(instance)) {
      return false;
    }
    put(node, Row.of(node).with(null, node.state(), TaskState.DELETED));
    return true;
  }

  /** What a task writes together with itself, or an old driver did. */
  public synchronized void change(long id, ProvisionState state, @Nullable TaskState word) {
    Node node = nodes.get(id);
    if (node != null) {
      TaskState kept = word == null ? node.taskState() : word;
      put(node, Row.of(node).with(node.occupant(), state, kept));
    }
  }

  /** As {@link #change}, where the node is still as somebody saw it, and nobody is on it. */
  synchronized boolean take(long id, ProvisionState seen, ProvisionState state) {
    Node node = nodes.get(id);
    if (node == null || node.state() != seen || !node.isFree()) {
      return false;
    }
    change(id, state, null);
    return true;
  }

  @Override
  public synchronized boolean delete(long id, boolean force) {
    Node node = nodes.get(id);
    Occupant occupant = node == null ? null : node.occupant();
    if (node != null && occupant != null && !force) {
      throw new BusyException(
          "%s holds instance %s; destroy the instance first, or force the deletion"
              .formatted(node.display(), occupant.instance()));
    }
    holds.forget(id);
    return nodes.remove(id) != null;
  }

  @Override
  public synchronized @Nullable NodeInterface addInterface(long nodeId, NodeInterface card) {
    Node node = nodes.get(nodeId);
    if (node == null) {
      return null;
    }
    conflicts.refuseMac(card.mac());
    NodeInterface stored = numbered(card);
    List<NodeInterface> cards = new ArrayList<>(node.interfaces());
    cards.add(stored);
    put(node, Row.of(node).with(cards));
    return stored;
  }

  @Override
  public synchronized boolean removeInterface(long nodeId, MacAddress mac) {
    Node node = nodes.get(nodeId);
    if (node == null || !node.macs().contains(mac)) {
      return false;
    }
    put(
        node,
        Row.of(node).with(node.interfaces().stream().filter(it -> !it.mac().equals(mac)).toList()));
    return true;
  }

  @Override
  public synchronized PoolCount count() {
    return offers.count();
  }

  private void put(Node node, Row row) {
    put(node, node, row);
  }

  private Node put(Node named, Node said, Row row) {
    Node stored = NodeCopies.stored(named, said, row, time.instant());
    nodes.put(stored.id(), stored);
    return stored;
  }
}
