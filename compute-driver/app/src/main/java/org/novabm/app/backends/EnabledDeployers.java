package org.novabm.app.backends;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novabm.spi.boot.RamdiskBootProvider;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.step.DeployKit;

/** The deployers that nodes may name, and the one of nodes that name none. */
public final class EnabledDeployers {

  private final Map<String, DeployerProvider> providers;
  private final Map<String, Map<String, RamdiskBootProvider>> boots = new TreeMap<>();
  private final String standard;

  private EnabledDeployers(
      InstalledBackends backends, Map<String, DeployerProvider> providers, String standard) {
    this.providers = Collections.unmodifiableMap(providers);
    providers.keySet().forEach(name -> boots.put(name, backends.bootsOf(name)));
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
    return new EnabledDeployers(backends, providers, first.name());
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

  /** The names of all ways to boot their ramdisks, in alphabetical order. */
  public Set<String> bootNames() {
    Set<String> names = new TreeSet<>();
    boots.values().forEach(some -> names.addAll(some.keySet()));
    return names;
  }

  /** Opens each of them; those that are open are closed again should one fail. */
  public Map<String, DeployKit> byName(Opening opening) {
    Map<String, DeployKit> open = new TreeMap<>();
    try {
      providers.forEach(
          (name, provider) ->
              open.put(name, opening.of(provider, boots.getOrDefault(name, Map.of()))));
      return open;
    } catch (RuntimeException e) {
      open.values().forEach(kit -> kit.deployer().close());
      throw e;
    }
  }

  /** Opens one. */
  @FunctionalInterface
  public interface Opening {
    /** A deployer with all ways to boot its ramdisk. */
    DeployKit of(DeployerProvider provider, Map<String, RamdiskBootProvider> boots);
  }
}
