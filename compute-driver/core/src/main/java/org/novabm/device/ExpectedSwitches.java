package org.novabm.device;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.SwitchManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the back ends which switches there are, by opening a manager for each: some switches call
 * us, and are not believed before they are known. Whoever shares the database may have registered
 * one, so it is looked at again and again.
 */
public final class ExpectedSwitches {

  private static final Logger log = LoggerFactory.getLogger(ExpectedSwitches.class);

  private final Backends backends;
  private final SwitchStore switches;
  private final Set<NetworkSwitch> told = new HashSet<>();

  public ExpectedSwitches(Backends backends, SwitchStore switches) {
    this.backends = backends;
    this.switches = switches;
  }

  /** Tells of those that were not there before. */
  public synchronized void look() {
    List<NetworkSwitch> registered = switches.list();
    told.retainAll(Set.copyOf(registered));
    registered.stream().filter(told::add).forEach(this::tell);
  }

  private void tell(NetworkSwitch one) {
    try (SwitchManager manager = backends.network(one)) {
      log.debug("switch {} is expected by {}", one.endpoint().display(), manager);
    } catch (BackendException | IllegalArgumentException e) {
      log.warn("switch {}: {}", one.endpoint().display(), e.getMessage());
    }
  }
}
