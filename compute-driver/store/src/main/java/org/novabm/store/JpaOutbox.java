package org.novabm.store;

import java.util.List;
import org.novabm.journal.Outbox;
import org.springframework.data.domain.Limit;

/** Notices in {@code outbox}; those of one instance are in the order in which they were stored. */
final class JpaOutbox implements Outbox {

  private final Transactions transactions;
  private final NoticeRows notices;

  JpaOutbox(Transactions transactions, NoticeRows notices) {
    this.transactions = transactions;
    this.notices = notices;
  }

  @Override
  public List<Posted> waiting(int limit) {
    return transactions.run(
        () ->
            notices.findAllByOrderById(Limit.of(limit)).stream().map(NoticeRow::toPosted).toList());
  }

  @Override
  public void sent(long id) {
    transactions.run(
        () -> {
          notices.remove(id);
          return true;
        });
  }
}
