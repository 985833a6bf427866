package org.novabm.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BusyException;
import org.novabm.node.Demand;
import org.novabm.node.DuplicateException;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeOffer;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.PoolCount;
import org.novabm.node.TaskState;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretKind;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Nodes in {@code bm_nodes}, their cards in {@code bm_interfaces}, their passwords in {@code
 * secrets}.
 */
final class JpaNodeStore implements NodeStore {

  private final Transactions transactions;
  private final NodeRows nodes;
  private final InterfaceRows cards;
  private final Passwords passwords;
  private final NodeAssembly assembly;
  private final NodeConflicts conflicts;
  private final Bmcs bmcs;
  private final NodeUpdate update;
  private final NodeEnrolment enrolment;
  private final NodeChoice choice;
  private final HoldTable holds;
  private final InstantSource time;

  JpaNodeStore(
      Transactions transactions,
      NodeRows nodes,
      InterfaceRows cards,
      Bmcs bmcs,
      DetailsRows details,
      Passwords passwords,
      JdbcOperations jdbc,
      InstantSource time) {
    this.transactions = transactions;
    this.nodes = nodes;
    this.cards = cards;
    this.passwords = passwords;
    this.assembly = new NodeAssembly();
    this.bmcs = bmcs;
    this.conflicts = new NodeConflicts(nodes, cards, bmcs);
    this.update = new NodeUpdate(nodes, details, assembly, conflicts, bmcs, passwords);
    this.enrolment =
        new NodeEnrolment(transactions, nodes, cards, details, conflicts, bmcs, passwords);
    this.choice = new NodeChoice(jdbc);
    this.holds = new HoldTable(jdbc);
    this.time = time;
  }

  @Override
  public List<Node> addAll(List<NewNode> added) {
    return enrolment.add(added, now());
  }

  @Override
  public @Nullable Node update(Node changed, @Nullable Secret password) {
    return this.<@Nullable Node>refusingDuplicates(
        () -> update.write(changed, password, now()), () -> update.lookAgain(changed));
  }

  @Override
  public @Nullable Node find(long id) {
    return transactions.<@Nullable Node>run(() -> assembly.one(nodes.byId(id)));
  }

  @Override
  public @Nullable Node findByUuid(UUID uuid) {
    return transactions.<@Nullable Node>run(() -> assembly.one(nodes.byUuid(uuid)));
  }

  @Override
  public @Nullable Node findByInstance(UUID instance) {
    return transactions.<@Nullable Node>run(() -> assembly.one(nodes.byInstance(instance)));
  }

  @Override
  public @Nullable Node findByMac(MacAddress mac) {
    return transactions.<@Nullable Node>run(() -> assembly.one(nodes.byMac(mac.text())));
  }

  @Override
  public List<Node> list(long after, int limit) {
    return transactions.run(
        () -> {
          List<Long> ids = nodes.idsAfter(after, Limit.of(limit));
          return ids.isEmpty()
              ? List.of()
              : assembly.all(nodes.between(ids.getFirst(), ids.getLast()));
        });
  }

  @Override
  public List<NodeOffer> fitting(String serviceHost, Demand demand, int limit) {
    return transactions.run(() -> choice.fitting(serviceHost, demand, false, limit, now()));
  }

  @Override
  public List<NodeOffer> fittingAndAnswering(String serviceHost, Demand demand, int limit) {
    return transactions.run(() -> choice.fitting(serviceHost, demand, true, limit, now()));
  }

  @Override
  public @Nullable Node take(long id, Occupant occupant, Demand demand) {
    try {
      return transactions.<Node>runOrUndo(
          () -> {
            if (!choice.claim(id, occupant, demand, now())) {
              return null;
            }
            adoptPassword(id);
            return assembly.one(nodes.byId(id));
          });
    } catch (DataIntegrityViolationException e) {
      // the unique column says that the instance is on another node
      return null;
    }
  }

  @Override
  public boolean occupy(long id, Occupant occupant) {
    try {
      return transactions.run(
          () -> {
            boolean occupied = choice.occupy(id, occupant, now());
            if (occupied) {
              adoptPassword(id);
            }
            return occupied;
          });
    } catch (DataIntegrityViolationException e) {
      // the unique column says that the instance is on another node
      return false;
    }
  }

  @Override
  public boolean release(long id, UUID instance) {
    return transactions.run(
        () -> nodes.release(id, instance.toString(), TaskState.DELETED.word(), now()) == 1);
  }

  @Override
  public boolean delete(long id, boolean force) {
    return transactions.run(
        () -> {
          if (nodes.delete(id, force, now()) == 0) {
            refuseBusy(id);
            return false;
          }
          cards.removeAll(id);
          bmcs.forget(id);
          holds.removeAll(id);
          update.describe(id, NodeDetails.NONE);
          passwords.forget(SecretKind.NODE, id);
          return true;
        });
  }

  @Override
  public @Nullable NodeInterface addInterface(long nodeId, NodeInterface card) {
    List<MacAddress> macs = List.of(card.mac());
    return this.<@Nullable NodeInterface>refusingDuplicates(
        () -> {
          if (nodes.touch(nodeId, now()) == 0) {
            return null;
          }
          conflicts.refuse(null, macs);
          adoptPassword(nodeId);
          return insert(nodeId, card);
        },
        () -> conflicts.refuse(null, macs));
  }

  @Override
  public boolean removeInterface(long nodeId, MacAddress mac) {
    return transactions.run(() -> cards.remove(nodeId, mac.text()) == 1);
  }

  @Override
  public PoolCount count() {
    return transactions.run(() -> choice.count(now()));
  }

  private NodeInterface insert(long node, NodeInterface card) {
    return cards.save(new InterfaceRow(node, card, now())).toInterface();
  }

  /** Whoever was faster committed first, so the second look finds and names it. */
  private <T extends @Nullable Object> T refusingDuplicates(Supplier<T> work, Runnable secondLook) {
    try {
      return transactions.run(work);
    } catch (DataIntegrityViolationException e) {
      transactions.run(
          () -> {
            secondLook.run();
            return true;
          });
      throw new DuplicateException(
          "the MAC address, uuid, BMC or switch port of this node is in use already; list the nodes to see by whom");
    }
  }

  /** An old tool wrote the password in clear: it moves to where the others are. */
  private void adoptPassword(long id) {
    String clear = nodes.clearPassword(id);
    if (clear != null && nodes.blankPassword(id, clear) == 1) {
      passwords.keep(SecretKind.NODE, id, Secret.of(clear));
    }
  }

  private void refuseBusy(long id) {
    Node node = assembly.one(nodes.byId(id));
    if (node != null && node.occupant() != null) {
      throw new BusyException(
          "%s holds instance %s; destroy the instance first, or force the deletion"
              .formatted(node.display(), node.occupant().instance()));
    }
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
