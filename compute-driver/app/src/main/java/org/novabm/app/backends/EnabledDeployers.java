package org.novabm.app.backends;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.DeployerProvider;

/** The deployers that nodes may name, and the one of nodes that name none. */
public final class EnabledDeployers {

  private final Map<String, DeployerProvider> providers;
  private final String standard;

  private EnabledDeployers(Map<String, DeployerProvider> providers, String standard) {
    this.providers = Collections.unmodifiableMap(providers);
    this.standard = standard;
  }

  /**
   * As nova.conf names them, also by former names.
   *
   * @throws IllegalArgumentException when one is not installed
   */
  public static EnabledDeployers of(
      InstalledBackends backends, String standard, List<String> others) {
    DeployerProvider first = backends.deployer(standard);
    Map<String, DeployerProvider> providers = new TreeMap<>(Map.of(first.name(), first));
    for (String other : others) {
      DeployerProvider provider = backends.deployer(other);
      providers.put(provider.name(), provider);
    }
    return new EnabledDeployers(providers, first.name());
  }

  /** The own name of the one that nodes have which name none. */
  public String standard() {
    return standard;
  }

  /** Their own names, in alphabetical order. */
  public Set<String> names() {
    return providers.keySet();
  }

  /** In the order of their names. */
  public List<DeployerProvider> all() {
    return List.copyOf(providers.values());
  }

  /** Opens each of them; those that are open are closed again should one fail. */
  public Map<String, Deployer> byName(Function<DeployerProvider, Deployer> opening) {
    Map<String, Deployer> open = new TreeMap<>();
    try {
      providers.forEach((name, provider) -> open.put(name, opening.apply(provider)));
      return open;
    } catch (RuntimeException e) {
      open.values().forEach(Deployer::close);
      throw e;
    }
  }
}
