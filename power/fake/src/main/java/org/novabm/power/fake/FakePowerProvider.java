package org.novabm.power.fake;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;
import org.novabm.spi.power.PowerState;

/**
 * Machines in memory, one for each endpoint address, off at first. They live as long as the
 * provider does, so that a manager opened later finds what an earlier one left. User and password
 * are not looked at.
 */
public final class FakePowerProvider implements PowerManagerProvider {

  private final Map<String, FakeMachine> machines = new ConcurrentHashMap<>();
  private volatile FakePowerSettings settings = FakePowerSettings.PROMPT_AND_RELIABLE;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Class<? extends Record> settings() {
    return FakePowerSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.fake.FakePowerManager", "fake.FakePowerManager");
  }

  @Override
  public void configure(BackendSettings backendSettings) {
    settings = backendSettings.as(FakePowerSettings.class);
  }

  @Override
  public PowerManager open(Endpoint endpoint) {
    return new FakePowerManager(endpoint.display(), machine(endpoint), settings);
  }

  /** The power of a machine, without delay or failure: for tests and demonstrations. */
  public PowerState power(Endpoint endpoint) {
    return machine(endpoint).power();
  }

  /** What a machine would boot from, without delay or failure. */
  public BootSelection boot(Endpoint endpoint) {
    return machine(endpoint).boot();
  }

  private FakeMachine machine(Endpoint endpoint) {
    return machines.computeIfAbsent(endpoint.display(), _ -> new FakeMachine());
  }
}
