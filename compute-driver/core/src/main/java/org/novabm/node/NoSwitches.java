package org.novabm.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** None are registered, and none can be. */
final class NoSwitches implements SwitchStore {

  @Override
  public NetworkSwitch add(NetworkSwitch networkSwitch) {
    throw new UnsupportedOperationException("there are no switches here");
  }

  @Override
  public @Nullable NetworkSwitch find(long id) {
    return null;
  }

  @Override
  public List<NetworkSwitch> list() {
    return List.of();
  }

  @Override
  public boolean delete(long id) {
    return false;
  }
}
