package org.novabm.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerBook;
import org.novabm.device.PowerRecord;

/** The last known power of nodes in {@code node_power}. */
final class JpaPowerBook implements PowerBook {

  private final Transactions transactions;
  private final PowerRows rows;

  JpaPowerBook(Transactions transactions, PowerRows rows) {
    this.transactions = transactions;
    this.rows = rows;
  }

  @Override
  public void write(PowerRecord found) {
    transactions.run(() -> rows.save(new PowerRow(found)));
  }

  @Override
  public @Nullable PowerRecord find(long node) {
    PowerRow row = transactions.run(() -> rows.findById(node));
    return row == null ? null : row.toRecord();
  }

  @Override
  public Map<Long, PowerRecord> between(long first, long last) {
    return transactions.run(
        () ->
            rows.findByNodeIdBetween(first, last).stream()
                .map(PowerRow::toRecord)
                .collect(Collectors.toMap(PowerRecord::node, one -> one)));
  }
}
