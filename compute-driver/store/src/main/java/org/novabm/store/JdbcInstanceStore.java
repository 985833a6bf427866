package org.novabm.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.springframework.dao.DuplicateKeyException;

/** Instances in {@code instances}. */
record JdbcInstanceStore(Transactions transactions, InstanceTable instances)
    implements InstanceStore {

  @Override
  public @Nullable Instance findInstance(UUID uuid) {
    return transactions.<@Nullable Instance>run(() -> instances.byUuid(uuid));
  }

  @Override
  public List<Instance> listInstances(boolean over, int limit) {
    return transactions.run(() -> instances.newest(over, limit));
  }

  @Override
  public boolean add(Instance instance) {
    try {
      return transactions.run(
          () -> {
            if (instances.isThere(instance.uuid())) {
              return false;
            }
            instances.put(instance);
            return true;
          });
    } catch (DuplicateKeyException e) {
      // somebody else put it there meanwhile
      return false;
    }
  }
}
