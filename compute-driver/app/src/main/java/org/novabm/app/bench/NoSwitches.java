package org.novabm.app.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;

/** Where only BMCs are measured. */
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
