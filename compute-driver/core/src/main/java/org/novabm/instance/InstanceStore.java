package org.novabm.instance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where instances are kept. Every method is a transaction. */
public interface InstanceStore {

  @Nullable Instance findInstance(UUID uuid);

  /** Newest first, at most {@code limit}; those that are over too when wanted. */
  List<Instance> listInstances(boolean over, int limit);

  /**
   * Puts one on record that is there without a task of ours.
   *
   * @return false when one of its uuid is on record and not over
   */
  boolean add(Instance instance);
}
