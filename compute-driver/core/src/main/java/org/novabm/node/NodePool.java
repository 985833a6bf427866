package org.novabm.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;

/** Picks nodes and claims them; one instance a node, always. */
public final class NodePool {

  private static final int CANDIDATES = 16;
  private static final int EXPLAINED = 20;

  /** An instance that is over gets no node, however many there are. */
  private static final int ROUNDS = 32;

  /** Whoever names a node has chosen it, and knows why. */
  private static final Demand AS_IT_IS = Demand.ofSize(0, 0, 0);

  private final NodeStore store;
  private final HoldStore holds;
  private final String serviceHost;
  private final Admission admission;

  /** Whether nodes are given to new instances. */
  @FunctionalInterface
  public interface Admission {

    /** To all of them. */
    Admission OPEN = () -> null;

    /** Why no node is given to a new instance; null when one is. */
    @Nullable String refusal();
  }

  /**
   * The nodes of one compute host.
   *
   * @param serviceHost the {@code host} whose nodes these are
   */
  public NodePool(NodeStore store, HoldStore holds, String serviceHost, Admission admission) {
    this.store = store;
    this.holds = holds;
    this.serviceHost = serviceHost;
    this.admission = admission;
  }

  /**
   * Claims the node the request names, whatever its size, class and traits, else the smallest free
   * one that fits; idempotent. One that is retired or held is not claimed by its name either. One
   * whose BMC does not answer, or was never asked, is only taken when there is no other.
   *
   * @param tried nodes that could not be made ready for it
   */
  public ClaimOutcome claim(InstanceRequest request, Collection<Long> tried) {
    ClaimOutcome outcome = claimAnew(request, tried);
    // an instance gets one node: where it has one, every claim is refused
    Node mine =
        outcome instanceof ClaimOutcome.Refused ? store.findByInstance(request.instance()) : null;
    return mine == null ? outcome : new ClaimOutcome.Claimed(mine);
  }

  private ClaimOutcome claimAnew(InstanceRequest request, Collection<Long> tried) {
    String refusal = admission.refusal();
    if (refusal != null) {
      return new ClaimOutcome.Refused(
          "host " + serviceHost + " takes no new instances: " + refusal);
    }
    UUID named = request.node();
    if (named != null) {
      return claimNamed(request, named);
    }
    try {
      return claimBest(request, Demand.of(request.flavor()), tried);
    } catch (IllegalArgumentException e) {
      return new ClaimOutcome.Refused(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Puts an instance on a node that is being adopted. Idempotent.
   *
   * @return false when another one is on it, or the instance is on another node
   */
  public boolean occupy(Node node, Occupant occupant) {
    if (store.occupy(node.id(), occupant)) {
      return true;
    }
    Node now = store.find(node.id());
    return now != null && now.isHeldBy(occupant.instance());
  }

  /**
   * Adds what was found out about a node to its properties; what else is said of it stays.
   *
   * @return false when it is gone, or others change it all the time
   */
  public boolean record(long node, Map<String, String> found) {
    for (int round = 0; round < ROUNDS; round++) {
      Node now = store.find(node);
      if (now == null) {
        return false;
      }
      Map<String, String> all = new TreeMap<>(now.details().properties());
      all.putAll(found);
      if (all.equals(now.details().properties())
          || store.update(now.with(now.details().withProperties(all))) != null) {
        return true;
      }
    }
    return false;
  }

  /** Gives the node back, if it is the instance's. */
  public void release(Node node, UUID instance) {
    store.release(node.id(), instance);
  }

  private ClaimOutcome claimNamed(InstanceRequest request, UUID named) {
    Node node = store.findByUuid(named);
    if (node == null) {
      return new ClaimOutcome.Refused(
          "node " + named + ", which the message names, is not registered here");
    }
    if (!node.serviceHost().equals(serviceHost)) {
      return new ClaimOutcome.Refused(
          node.display() + " belongs to host " + node.serviceHost() + ", not to " + serviceHost);
    }
    Node taken = take(node.id(), request, AS_IT_IS);
    if (taken != null) {
      return new ClaimOutcome.Claimed(taken);
    }
    Node now = store.findByUuid(named);
    return new ClaimOutcome.Refused(now == null ? node.display() + " is gone" : whyNotNamed(now));
  }

  private ClaimOutcome claimBest(InstanceRequest request, Demand demand, Collection<Long> tried) {
    Set<Long> passedOver = new HashSet<>(tried);
    List<NodeOffer> candidates;
    int round = 0;
    do {
      candidates = candidates(demand, passedOver);
      for (NodeOffer offer : spread(candidates, request.instance())) {
        Node taken = take(offer.id(), request, demand);
        if (taken != null) {
          return new ClaimOutcome.Claimed(taken);
        }
        passedOver.add(offer.id());
      }
    } while (++round < ROUNDS
        && !candidates.isEmpty()
        && store.findByInstance(request.instance()) == null);
    return new ClaimOutcome.Refused(explain(demand, tried));
  }

  /**
   * The smallest ones first, but among those of one size each instance begins at another, so that
   * many that come together do not wait for each other's claim of the same node.
   */
  private static List<NodeOffer> spread(List<NodeOffer> candidates, UUID instance) {
    List<NodeOffer> all = new ArrayList<>(candidates);
    int same = 0;
    while (same < all.size() && all.get(same).capacity().equals(all.getFirst().capacity())) {
      same++;
    }
    if (same > 1) {
      Collections.rotate(all.subList(0, same), -Math.floorMod(instance.hashCode(), same));
    }
    return all;
  }

  private List<NodeOffer> candidates(Demand demand, Collection<Long> tried) {
    int most = CANDIDATES + tried.size();
    List<NodeOffer> answering =
        untried(tried, store.fittingAndAnswering(serviceHost, demand, most));
    return answering.isEmpty()
        ? untried(tried, store.fitting(serviceHost, demand, most))
        : answering;
  }

  private static List<NodeOffer> untried(Collection<Long> tried, List<NodeOffer> nodes) {
    return nodes.stream().filter(node -> !tried.contains(node.id())).toList();
  }

  private @Nullable Node take(long node, InstanceRequest request, Demand demand) {
    return store.take(node, new Occupant(request.instance(), request.name()), demand);
  }

  private String explain(Demand demand, Collection<Long> tried) {
    List<Node> nodes = store.list(0, EXPLAINED);
    if (nodes.isEmpty()) {
      return "no node fits: none is registered";
    }
    Map<Long, List<Hold>> held = holds.between(nodes.getFirst().id(), nodes.getLast().id());
    String each =
        nodes.stream()
            .map(node -> whyNot(node, demand, tried, held.getOrDefault(node.id(), List.of())))
            .collect(Collectors.joining("; "));
    long more = store.count().total() - nodes.size();
    return "no node fits: " + each + (more > 0 ? "; and " + more + " more" : "");
  }

  private String whyNot(Node node, Demand demand, Collection<Long> tried, List<Hold> held) {
    if (tried.contains(node.id())) {
      return node.display() + " was tried already";
    }
    if (!node.serviceHost().equals(serviceHost)) {
      return node.display() + " belongs to host " + node.serviceHost();
    }
    String unusable = unusable(node, held);
    if (unusable != null) {
      return unusable;
    }
    String lack = demand.lack(node);
    return node.display() + " " + (lack == null ? "was taken a moment ago" : lack);
  }

  private String whyNotNamed(Node node) {
    String unusable = unusable(node, holds.of(node.id()));
    return unusable != null
        ? unusable
        : node.display() + " is free, but the instance is on another node";
  }

  private static @Nullable String unusable(Node node, List<Hold> held) {
    Occupant occupant = node.occupant();
    if (occupant != null) {
      return node.display() + " is taken by instance " + occupant.instance();
    }
    String retired = node.details().retiredText();
    if (retired != null) {
      return node.display() + " is " + retired;
    }
    if (!held.isEmpty()) {
      return node.display() + " is in maintenance, hold " + Hold.text(held);
    }
    return node.isAvailable() ? null : node.display() + " is " + node.state().word();
  }
}
