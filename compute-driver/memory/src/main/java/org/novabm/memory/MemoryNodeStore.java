package org.novabm.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerBook;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.memory.NodeCopies.Row;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.BmcSecrets;
import org.novabm.node.BusyException;
import org.novabm.node.Demand;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeOffer;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.PoolCount;
import org.novabm.node.TaskState;
import org.novabm.node.Twins;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/** A pool in a map, with the same rules as the database. */
public final class MemoryNodeStore implements NodeStore, BmcSecrets {

  private final TreeMap<Long, Node> nodes = new TreeMap<>();
  private final NodeConflict conflicts = new NodeConflict(nodes.values());
  private final Map<Long, Secret> passwords = new HashMap<>();
  private final NodeOffers offers;
  private final MemoryHoldStore holds;
  private final InstantSource time;

  /** How often a password was opened. */
  public final AtomicInteger openings = new AtomicInteger();

  private Predicate<UUID> over = instance -> false;
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

  /** Says which instances have ended, and so get no node any more. */
  synchronized void setOver(Predicate<UUID> ended) {
    over = ended;
  }

  /** Forgets all, and what was held; numbers begin anew. */
  public synchronized void clear() {
    nodes.clear();
    passwords.clear();
    holds.clear();
    lastNode = 0;
    lastCard = 0;
  }

  /** A node of the usual kind, on port {@code p<id>} of switch 1. */
  public synchronized Node addStandard(int memoryMb) {
    return add(NodeCopies.standard(lastNode + 1, memoryMb), Secret.of("secret"));
  }

  @Override
  public synchronized List<Node> addAll(List<NewNode> added) {
    Twins.refuse(added.stream().map(NewNode::node).toList());
    added.forEach(one -> conflicts.refuse(one.node()));
    return added.stream().map(one -> add(one.node(), one.password())).toList();
  }

  @Override
  public synchronized Node add(Node node, Secret password) {
    conflicts.refuse(node);
    List<NodeInterface> cards = node.interfaces().stream().map(this::numbered).toList();
    Node stored = put(node, node, new Row(++lastNode, cards, null, node.state(), null, 0));
    passwords.put(stored.id(), password);
    return stored;
  }

  @Override
  public synchronized Endpoint open(long node) {
    openings.incrementAndGet();
    Node stored = nodes.get(node);
    if (stored == null) {
      throw new BackendException.Refused("node " + node, "is not registered any more");
    }
    return stored.power().with(Objects.requireNonNull(passwords.get(node)));
  }

  private NodeInterface numbered(NodeInterface card) {
    return new NodeInterface(
        ++lastCard, card.mac(), card.datapathId(), card.portNo(), card.vifUuid());
  }

  @Override
  public synchronized @Nullable Node update(Node changed, @Nullable Secret password) {
    Node now = nodes.get(changed.id());
    if (now == null || now.version() != changed.version()) {
      return null;
    }
    conflicts.refusePort(changed.switchPort(), now.id());
    conflicts.refuseBmc(changed.power(), now.id());
    if (password != null) {
      passwords.put(now.id(), password);
    }
    return put(now, changed, Row.of(now));
  }

  /** Gives a node, as it was read, another BMC or another account. */
  public Node giveBmc(Node it, Endpoint power) {
    return Objects.requireNonNull(
        update(NodeCopies.withBmc(it, BmcEndpoint.of(power)), power.password()),
        "somebody wrote it meanwhile");
  }

  /** Gives a node the BMC of another one, as nodes of before have it. */
  public synchronized Node allowTwin(Node it, BmcEndpoint bmc, Secret password) {
    passwords.put(it.id(), password);
    return put(it, NodeCopies.withBmc(it, bmc), Row.of(it));
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
  public synchronized List<NodeOffer> fittingAndAnswering(String host, Demand demand, int limit) {
    return offers.answering(host, demand).limit(limit).map(NodeOffer::of).toList();
  }

  @Override
  public synchronized List<NodeOffer> fitting(String host, Demand demand, int limit) {
    return offers.fitting(host, demand).limit(limit).map(NodeOffer::of).toList();
  }

  @Override
  public synchronized @Nullable Node take(long id, Occupant occupant, Demand demand) {
    Node node = nodes.get(id);
    if (node == null
        || !offers.isOffered(node, demand)
        || over.test(occupant.instance())
        || findByInstance(occupant.instance()) != null) {
      return null;
    }
    put(node, Row.of(node).with(occupant, ProvisionState.DEPLOYING, TaskState.BUILDING));
    return nodes.get(id);
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
    passwords.remove(id);
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
