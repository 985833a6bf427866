package org.novabm.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;

/** Holds in {@code node_holds}. */
final class JdbcHoldStore implements HoldStore {

  private final Transactions transactions;
  private final HoldTable holds;
  private final InstantSource time;

  JdbcHoldStore(Transactions transactions, HoldTable holds, InstantSource time) {
    this.transactions = transactions;
    this.holds = holds;
    this.time = time;
  }

  @Override
  public @Nullable Hold place(long node, Hold hold) {
    return transactions.<@Nullable Hold>run(
        () -> {
          // a node that was deleted meanwhile needs no hold
          if (!holds.lock(node)) {
            return null;
          }
          holds.removeOver(node, hold.since());
          Hold there = HoldTable.named(hold.name(), holds.of(node, hold.since()));
          if (there != null && !there.by().equals(hold.by())) {
            return there;
          }
          holds.put(node, hold);
          return null;
        });
  }

  @Override
  public boolean release(long node, String name) {
    return transactions.run(() -> holds.remove(node, name));
  }

  @Override
  public List<Hold> of(long node) {
    return transactions.run(() -> holds.of(node, time.instant()));
  }

  @Override
  public Map<Long, List<Hold>> between(long first, long last) {
    return transactions.run(() -> holds.between(first, last, time.instant()));
  }
}
