package org.novabm.node;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;

/** A pool in a map, with the same rules as the database. */
public final class MemoryNodeStore implements NodeStore, BmcSecrets {

  private final TreeMap<Long, Node> nodes = new TreeMap<>();
  private final HoldStore holds;
  private final Map<Long, Secret> passwords = new HashMap<>();

  /** How often a password was opened. */
  public final AtomicInteger openings = new AtomicInteger();

  /** One in which nothing is held. */
  public MemoryNodeStore() {
    this(new MemoryHoldStore(InstantSource.system()));
  }

  /**
   * An empty pool.
   *
   * @param holds what is held in it
   */
  public MemoryNodeStore(HoldStore holds) {
    this.holds = holds;
  }

  /** A node of the usual kind, on port {@code p<id>} of switch 1. */
  public synchronized Node addStandard(int memoryMb) {
    long id = nodes.size() + 1L;
    MacAddress mac = new MacAddress("52:54:00:ac:00:%02x".formatted(id));
    return add(
        new Node(
            0,
            UUID.randomUUID(),
            "host1",
            "",
            new Capacity(4, memoryMb, 10),
            new BmcEndpoint("10.0.0." + id, 0, "admin"),
            "",
            0,
            Firmware.BIOS,
            new SwitchPort(1, new PortName("p" + id)),
            List.of(NodeInterface.of(mac)),
            null,
            ProvisionState.AVAILABLE,
            null,
            null,
            0),
        Secret.of("secret"));
  }

  @Override
  public synchronized List<Node> addAll(List<NewNode> added) {
    return added.stream().map(one -> add(one.node(), one.password())).toList();
  }

  @Override
  public synchronized Node add(Node node, Secret password) {
    Node stored = with(node, nodes.size() + 1L, null, node.state(), null);
    nodes.put(stored.id(), stored);
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

  @Override
  public synchronized @Nullable Node update(Node changed, @Nullable Secret password) {
    Node now = nodes.get(changed.id());
    if (now == null || now.version() != changed.version()) {
      return null;
    }
    nodes.values().stream()
        .filter(other -> other.id() != now.id())
        .filter(other -> other.power().display().equals(changed.power().display()))
        .findFirst()
        .ifPresent(other -> refuse("BMC", other));
    nodes.values().stream()
        .filter(other -> other.id() != now.id() && other.switchPort() != null)
        .filter(other -> Objects.equals(other.switchPort(), changed.switchPort()))
        .findFirst()
        .ifPresent(other -> refuse("port", other));
    Node stored = with(changed, now.id(), now.occupant(), now.state(), now.taskState());
    nodes.put(now.id(), stored);
    if (password != null) {
      passwords.put(now.id(), password);
    }
    return stored;
  }

  /** Gives a node, as it was read, another BMC or another account. */
  public Node giveBmc(Node it, Endpoint power) {
    Node wanted = at(it, BmcEndpoint.of(power));
    return Objects.requireNonNull(update(wanted, power.password()), "somebody wrote it meanwhile");
  }

  private static Node at(Node it, BmcEndpoint power) {
    return new Node(
        it.id(),
        it.uuid(),
        it.serviceHost(),
        it.address(),
        it.capacity(),
        power,
        it.powerManager(),
        it.terminalPort(),
        it.firmware(),
        it.switchPort(),
        it.interfaces(),
        it.occupant(),
        it.state(),
        it.taskState(),
        it.updated(),
        it.version(),
        it.details());
  }

  /** Gives a node the BMC of another one, as nodes of before have it. */
  public synchronized Node allowTwin(Node it, BmcEndpoint bmc, Secret password) {
    Node stored = with(at(it, bmc), it.id(), it.occupant(), it.state(), it.taskState());
    nodes.put(it.id(), stored);
    passwords.put(it.id(), password);
    return stored;
  }

  /** Says other things of a node. */
  public Node describe(long id, NodeDetails details) {
    Node now = Objects.requireNonNull(find(id));
    return Objects.requireNonNull(update(now.with(details)), "somebody wrote it meanwhile");
  }

  private static void refuse(String what, Node owner) {
    throw new DuplicateException("this " + what + " is that of " + owner.display());
  }

  @Override
  public synchronized @Nullable Node find(long id) {
    return nodes.get(id);
  }

  @Override
  public synchronized @Nullable Node findByUuid(UUID uuid) {
    return nodes.values().stream().filter(n -> n.uuid().equals(uuid)).findFirst().orElse(null);
  }

  @Override
  public synchronized @Nullable Node findByInstance(UUID instance) {
    return nodes.values().stream().filter(n -> n.isHeldBy(instance)).findFirst().orElse(null);
  }

  @Override
  public synchronized @Nullable Node findByMac(MacAddress mac) {
    return nodes.values().stream().filter(n -> n.macs().contains(mac)).findFirst().orElse(null);
  }

  @Override
  public synchronized List<Node> list(long after, int limit) {
    return nodes.tailMap(after, false).values().stream().limit(limit).toList();
  }

  /** Nodes whose BMC does not answer. */
  public final Set<Long> silent = ConcurrentHashMap.newKeySet();

  @Override
  public synchronized List<Node> fittingAndAnswering(String host, Demand demand, int limit) {
    return fitting(host, demand, Integer.MAX_VALUE).stream()
        .filter(node -> !silent.contains(node.id()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Node> fitting(String host, Demand demand, int limit) {
    return nodes.values().stream()
        .filter(this::isOffered)
        .filter(n -> n.serviceHost().equals(host))
        .filter(demand::isMetBy)
        .sorted(
            Comparator.comparingInt((Node n) -> n.capacity().memoryMb())
                .thenComparingInt(n -> n.capacity().cpus())
                .thenComparingInt(n -> n.capacity().localGb()))
        .limit(limit)
        .toList();
  }

  private boolean isOffered(Node node) {
    return node.isAvailable() && !node.details().isRetired() && holds.of(node.id()).isEmpty();
  }

  @Override
  public synchronized boolean claim(long id, Occupant occupant, Demand demand) {
    Node node = nodes.get(id);
    if (node == null
        || !isOffered(node)
        || demand.lackBeyondSize(node.details()) != null
        || findByInstance(occupant.instance()) != null) {
      return false;
    }
    nodes.put(id, with(node, id, occupant, ProvisionState.DEPLOYING, TaskState.BUILDING));
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
    nodes.put(id, with(node, id, occupant, node.state(), TaskState.ACTIVE));
    return true;
  }

  @Override
  public synchronized boolean release(long id, UUID instance) {
    Node node = nodes.get(id);
    if (node == null || !node.isHeldBy(instance)) {
      return false;
    }
    nodes.put(id, with(node, id, null, node.state(), TaskState.DELETED));
    return true;
  }

  /** What a task writes together with itself, or an old driver did. */
  public synchronized void change(long id, ProvisionState state, @Nullable TaskState word) {
    Node node = nodes.get(id);
    if (node != null) {
      nodes.put(id, with(node, id, node.occupant(), state, word == null ? node.taskState() : word));
    }
  }

  @Override
  public synchronized boolean delete(long id, boolean force) {
    Node node = nodes.get(id);
    if (node != null && !node.isFree() && !force) {
      throw new BusyException(node.display() + " is in use");
    }
    return nodes.remove(id) != null;
  }

  @Override
  public @Nullable NodeInterface addInterface(long nodeId, NodeInterface card) {
    throw new UnsupportedOperationException("not needed by the core's tests");
  }

  @Override
  public boolean removeInterface(long nodeId, MacAddress mac) {
    throw new UnsupportedOperationException("not needed by the core's tests");
  }

  @Override
  public synchronized PoolCount count() {
    List<Node> all = new ArrayList<>(nodes.values());
    long error = all.stream().filter(n -> n.taskState() == TaskState.ERROR).count();
    long free = all.stream().filter(this::isOffered).count();
    return new PoolCount(free, all.size() - free - error, error);
  }

  private static Node with(
      Node n,
      long id,
      @Nullable Occupant occupant,
      ProvisionState state,
      @Nullable TaskState word) {
    return new Node(
        id,
        n.uuid(),
        n.serviceHost(),
        n.address(),
        n.capacity(),
        n.power(),
        n.powerManager(),
        n.terminalPort(),
        n.firmware(),
        n.switchPort(),
        n.interfaces(),
        occupant,
        state,
        word,
        Instant.EPOCH,
        n.version() + 1,
        n.details());
  }
}
