package org.novabm.api;

import java.time.Instant;
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
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcSecrets;
import org.novabm.node.BusyException;
import org.novabm.node.Demand;
import org.novabm.node.DuplicateException;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.PoolCount;
import org.novabm.node.TaskState;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/** The pool in a map. */
final class MemoryNodes implements NodeStore, BmcSecrets {

  static final Instant WRITTEN = Instant.parse("2026-03-04T05:06:07.123456Z");

  private final TreeMap<Long, Node> rows = new TreeMap<>();
  private final Map<Long, Secret> passwords = new HashMap<>();

  /** How often a password was opened. */
  final AtomicInteger openings = new AtomicInteger();

  private long lastNode;
  private long lastCard;

  synchronized void clear() {
    rows.clear();
    lastNode = 0;
    lastCard = 0;
  }

  @Override
  public synchronized List<Node> addAll(List<NewNode> added) {
    return added.stream().map(one -> add(one.node(), one.password())).toList();
  }

  @Override
  public synchronized Node add(Node node, Secret password) {
    if (findByUuid(node.uuid()) != null) {
      throw new DuplicateException("uuid " + node.uuid() + " belongs to another node");
    }
    node.macs().forEach(this::refuseKnown);
    List<NodeInterface> cards = node.interfaces().stream().map(this::numbered).toList();
    Node stored = row(++lastNode, node, cards, null, node.state(), null);
    rows.put(stored.id(), stored);
    passwords.put(stored.id(), password);
    return stored;
  }

  @Override
  public synchronized Endpoint open(long node) {
    openings.incrementAndGet();
    Node stored = rows.get(node);
    if (stored == null) {
      throw new BackendException.Refused("node " + node, "is not registered any more");
    }
    return stored.power().with(Objects.requireNonNull(passwords.get(node)));
  }

  private void refuseKnown(MacAddress mac) {
    Node owner = findByMac(mac);
    if (owner != null) {
      throw new DuplicateException("MAC " + mac + " belongs to " + owner.display());
    }
  }

  private NodeInterface numbered(NodeInterface card) {
    return new NodeInterface(
        ++lastCard, card.mac(), card.datapathId(), card.portNo(), card.vifUuid());
  }

  private static Node row(
      long id,
      Node it,
      List<NodeInterface> cards,
      @Nullable Occupant occupant,
      ProvisionState state,
      @Nullable TaskState word) {
    return new Node(
        id,
        it.uuid(),
        it.serviceHost(),
        it.address(),
        it.capacity(),
        it.power(),
        it.powerManager(),
        it.terminalPort(),
        it.firmware(),
        it.switchPort(),
        cards,
        occupant,
        state,
        word,
        WRITTEN,
        it.version() + 1,
        it.details());
  }

  @Override
  public synchronized @Nullable Node update(Node changed, @Nullable Secret password) {
    Node now = rows.get(changed.id());
    if (now == null || now.version() != changed.version()) {
      return null;
    }
    if (!now.power().display().equals(changed.power().display())) {
      refuse(changed, "BMC", other -> other.power().display().equals(changed.power().display()));
    }
    refuse(
        changed,
        "port",
        other -> other.switchPort() != null && other.switchPort().equals(changed.switchPort()));
    Node stored =
        row(now.id(), changed, now.interfaces(), now.occupant(), now.state(), now.taskState());
    rows.put(now.id(), stored);
    if (password != null) {
      passwords.put(now.id(), password);
    }
    return stored;
  }

  private void refuse(Node changed, String what, Predicate<Node> taken) {
    Node owner = first(other -> other.id() != changed.id() && taken.test(other));
    if (owner != null) {
      throw new DuplicateException("this " + what + " is that of node " + owner.id());
    }
  }

  @Override
  public synchronized @Nullable Node find(long id) {
    return rows.get(id);
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
    return rows.values().stream().filter(wanted).findFirst().orElse(null);
  }

  @Override
  public synchronized List<Node> list(long after, int limit) {
    return rows.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public List<Node> fittingAndAnswering(String host, Demand demand, int limit) {
    return fitting(host, demand, limit);
  }

  @Override
  public List<Node> fitting(String host, Demand demand, int limit) {
    throw new UnsupportedOperationException("the API picks no nodes");
  }

  @Override
  public synchronized boolean claim(long id, Occupant occupant, Demand demand) {
    Node node = rows.get(id);
    if (node == null || !node.isFree()) {
      return false;
    }
    rows.put(
        id,
        row(id, node, node.interfaces(), occupant, ProvisionState.DEPLOYING, TaskState.BUILDING));
    return true;
  }

  @Override
  public boolean occupy(long id, Occupant occupant) {
    throw new UnsupportedOperationException("the API puts nothing on nodes");
  }

  @Override
  public boolean release(long id, UUID instance) {
    throw new UnsupportedOperationException("the API releases no nodes");
  }

  @Override
  public synchronized boolean delete(long id, boolean force) {
    Node node = rows.get(id);
    if (node != null && node.occupant() != null && !force) {
      throw new BusyException(
          node.display() + " holds instance " + node.occupant().instance() + "; destroy it first");
    }
    return rows.remove(id) != null;
  }

  /** What a task would have written. */
  synchronized void change(long id, ProvisionState state) {
    Node it = Objects.requireNonNull(rows.get(id));
    rows.put(id, row(id, it, it.interfaces(), it.occupant(), state, it.taskState()));
  }

  @Override
  public synchronized @Nullable NodeInterface addInterface(long nodeId, NodeInterface card) {
    Node node = rows.get(nodeId);
    if (node == null) {
      return null;
    }
    refuseKnown(card.mac());
    NodeInterface stored = numbered(card);
    List<NodeInterface> cards = new ArrayList<>(node.interfaces());
    cards.add(stored);
    rows.put(nodeId, with(node, cards));
    return stored;
  }

  @Override
  public synchronized boolean removeInterface(long nodeId, MacAddress mac) {
    Node node = rows.get(nodeId);
    if (node == null || !node.macs().contains(mac)) {
      return false;
    }
    List<NodeInterface> cards =
        node.interfaces().stream().filter(card -> !card.mac().equals(mac)).toList();
    rows.put(nodeId, with(node, cards));
    return true;
  }

  private static Node with(Node node, List<NodeInterface> cards) {
    return row(node.id(), node, cards, node.occupant(), node.state(), node.taskState());
  }

  @Override
  public synchronized PoolCount count() {
    long free = rows.values().stream().filter(Node::isFree).count();
    return new PoolCount(free, rows.size() - free, 0);
  }
}
