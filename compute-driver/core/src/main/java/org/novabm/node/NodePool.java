package org.novabm.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;

/** Picks nodes and claims them; one instance a node, always. */
public final class NodePool {

  private static final int CANDIDATES = 16;
  private static final int EXPLAINED = 20;

  private final NodeStore store;
  private final String serviceHost;

  /**
   * The nodes of one compute host.
   *
   * @param serviceHost the {@code host} whose nodes these are
   */
  public NodePool(NodeStore store, String serviceHost) {
    this.store = store;
    this.serviceHost = serviceHost;
  }

  /**
   * Claims the node the request names, else the smallest free one that fits; idempotent. One whose
   * BMC does not answer, or was never asked, is only taken when there is no other.
   *
   * @param tried nodes that could not be made ready for it
   */
  public ClaimOutcome claim(InstanceRequest request, Collection<Long> tried) {
    Node mine = store.findByInstance(request.instance());
    if (mine != null) {
      return new ClaimOutcome.Claimed(mine);
    }
    UUID named = request.node();
    return named == null ? claimBest(request, tried) : claimNamed(request, named);
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
    if (take(node, request)) {
      return new ClaimOutcome.Claimed(node);
    }
    Node now = store.findByUuid(named);
    return new ClaimOutcome.Refused(now == null ? node.display() + " is gone" : busy(now));
  }

  private ClaimOutcome claimBest(InstanceRequest request, Collection<Long> tried) {
    Flavor wanted = request.flavor();
    List<Node> candidates;
    do {
      candidates = candidates(wanted, tried);
      for (Node node : spread(candidates, request.instance())) {
        if (take(node, request)) {
          return new ClaimOutcome.Claimed(node);
        }
      }
    } while (!candidates.isEmpty() && store.findByInstance(request.instance()) == null);
    Node mine = store.findByInstance(request.instance());
    return mine != null
        ? new ClaimOutcome.Claimed(mine)
        : new ClaimOutcome.Refused(explain(wanted, tried));
  }

  /**
   * The smallest ones first, but among those of one size each instance begins at another, so that
   * many that come together do not wait for each other's claim of the same node.
   */
  private static List<Node> spread(List<Node> candidates, UUID instance) {
    List<Node> all = new ArrayList<>(candidates);
    int same = 0;
    while (same < all.size() && all.get(same).capacity().equals(all.getFirst().capacity())) {
      same++;
    }
    if (same > 1) {
      Collections.rotate(all.subList(0, same), -Math.floorMod(instance.hashCode(), same));
    }
    return all;
  }

  private List<Node> candidates(Flavor wanted, Collection<Long> tried) {
    int most = CANDIDATES + tried.size();
    List<Node> answering =
        untried(
            tried,
            store.fittingAndAnswering(
                serviceHost, wanted.memoryMb(), wanted.vcpus(), wanted.diskGb(), most));
    return answering.isEmpty()
        ? untried(
            tried,
            store.fitting(serviceHost, wanted.memoryMb(), wanted.vcpus(), wanted.diskGb(), most))
        : answering;
  }

  private static List<Node> untried(Collection<Long> tried, List<Node> nodes) {
    return nodes.stream().filter(node -> !tried.contains(node.id())).toList();
  }

  private boolean take(Node node, InstanceRequest request) {
    return store.claim(node.id(), new Occupant(request.instance(), request.name()));
  }

  private String explain(Flavor wanted, Collection<Long> tried) {
    List<Node> nodes = store.list(0, EXPLAINED);
    if (nodes.isEmpty()) {
      return "no node fits: none is registered";
    }
    String each =
        nodes.stream().map(node -> whyNot(node, wanted, tried)).collect(Collectors.joining("; "));
    long more = store.count().total() - nodes.size();
    return "no node fits: " + each + (more > 0 ? "; and " + more + " more" : "");
  }

  private String whyNot(Node node, Flavor wanted, Collection<Long> tried) {
    if (tried.contains(node.id())) {
      return node.display() + " was tried already";
    }
    if (!node.serviceHost().equals(serviceHost)) {
      return node.display() + " belongs to host " + node.serviceHost();
    }
    if (!node.isAvailable()) {
      return busy(node);
    }
    Capacity has = node.capacity();
    if (has.memoryMb() < wanted.memoryMb()) {
      return lacks(node, has.memoryMb(), "MiB memory", wanted.memoryMb());
    }
    if (has.cpus() < wanted.vcpus()) {
      return lacks(node, has.cpus(), "cpus", wanted.vcpus());
    }
    if (has.localGb() < wanted.diskGb()) {
      return lacks(node, has.localGb(), "GB disk", wanted.diskGb());
    }
    return node.display() + " was taken a moment ago";
  }

  private static String lacks(Node node, int has, String what, int wanted) {
    return "%s has %d %s of %d wanted".formatted(node.display(), has, what, wanted);
  }

  private static String busy(Node node) {
    Occupant occupant = node.occupant();
    if (occupant != null) {
      return node.display() + " is taken by instance " + occupant.instance();
    }
    return node.isAvailable()
        ? node.display() + " is free, but the instance is on another node"
        : node.display() + " is " + node.state().word();
  }
}
