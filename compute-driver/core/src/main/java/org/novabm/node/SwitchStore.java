package org.novabm.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the switches are kept. Every method is a transaction of its own. */
public interface SwitchStore {

  /** A store for where there are only machines. */
  static SwitchStore none() {
    return new NoSwitches();
  }

  /**
   * Stores a new switch; the id of the argument is ignored.
   *
   * @throws DuplicateException when there is one with the same address and port
   */
  NetworkSwitch add(NetworkSwitch networkSwitch);

  @Nullable NetworkSwitch find(long id);

  List<NetworkSwitch> list();

  /**
   * Removes it.
   *
   * @return false when there is no such switch
   * @throws BusyException when nodes are plugged in
   */
  boolean delete(long id);
}
