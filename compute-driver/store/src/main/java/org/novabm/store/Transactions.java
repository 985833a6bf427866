package org.novabm.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs short transactions. The database may end one to resolve a deadlock between two; such a one
 * did nothing and is begun again.
 */
final class Transactions {

  private static final int ATTEMPTS = 10;

  private final TransactionTemplate template;

  Transactions(PlatformTransactionManager manager) {
    this.template = new TransactionTemplate(manager);
  }

  <T extends @Nullable Object> T run(Supplier<T> work) {
    return run(status -> work.get());
  }

  /** Undoes what was done when null comes out of it. */
  <T> @Nullable T runOrUndo(Supplier<@Nullable T> work) {
    return this.<@Nullable T>run(
        status -> {
          T done = work.get();
          if (done == null) {
            status.setRollbackOnly();
          }
          return done;
        });
  }

  private <T extends @Nullable Object> T run(TransactionCallback<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return template.execute(work);
      } catch (PessimisticLockingFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
