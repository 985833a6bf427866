package org.novabm.app.backends;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novabm.device.Backends;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.boot.RamdiskBootProvider;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/** The back ends that {@link ServiceLoader} finds, told their settings. */
public final class InstalledBackends implements Backends {

  private final Catalogue<PowerManagerProvider> power;
  private final Catalogue<SwitchManagerProvider> network;
  private final Catalogue<DeployerProvider> deploy;
  private final List<RamdiskBootProvider> boots;
  private final String defaultPower;

  private InstalledBackends(ClassLoader loader, String defaultPower, String defaultNetwork) {
    this.power =
        new Catalogue<>(
            "power",
            ServiceLoader.load(PowerManagerProvider.class, loader),
            PowerManagerProvider::name,
            PowerManagerProvider::aliases);
    this.network =
        new Catalogue<>(
            "switch",
            ServiceLoader.load(SwitchManagerProvider.class, loader),
            SwitchManagerProvider::name,
            SwitchManagerProvider::aliases);
    this.deploy =
        new Catalogue<>(
            "deploy",
            ServiceLoader.load(DeployerProvider.class, loader),
            DeployerProvider::name,
            DeployerProvider::aliases);
    this.boots =
        ServiceLoader.load(RamdiskBootProvider.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(RamdiskBootProvider::name))
            .toList();
    this.defaultPower = defaultPower;
    power.named(defaultPower);
    network.named(defaultNetwork);
  }

  /**
   * Loads and configures all of them.
   *
   * @param plugins folder with jars of others
   * @param defaultPower power manager of nodes that name none
   * @param defaultNetwork switch manager of switches that are registered without one
   * @param powerSettings settings of a power manager by its name
   * @param networkSettings settings of a switch manager by its name
   * @throws IllegalArgumentException when a setting is wrong or a default is not installed
   */
  public static InstalledBackends load(
      Path plugins,
      String defaultPower,
      String defaultNetwork,
      Function<String, BackendSettings> powerSettings,
      Function<String, BackendSettings> networkSettings) {
    InstalledBackends found =
        new InstalledBackends(PluginFolder.loader(plugins), defaultPower, defaultNetwork);
    found.power.byName().forEach((name, one) -> one.configure(powerSettings.apply(name)));
    found.network.byName().forEach((name, one) -> one.configure(networkSettings.apply(name)));
    return found;
  }

  @Override
  public PowerManager power(String manager, Endpoint bmc) {
    return power.named(manager.isEmpty() ? defaultPower : manager).open(bmc);
  }

  @Override
  public SwitchManager network(NetworkSwitch networkSwitch) {
    return network.named(networkSwitch.driver()).open(networkSwitch.endpoint());
  }

  /** The deployer of that name. */
  public DeployerProvider deployer(String name) {
    return deploy.named(name);
  }

  /**
   * The ways to boot a deployer's ramdisk, by their names.
   *
   * @throws IllegalArgumentException when two have one name
   */
  public Map<String, RamdiskBootProvider> bootsOf(String deployer) {
    Map<String, RamdiskBootProvider> found = new TreeMap<>();
    for (RamdiskBootProvider boot : boots) {
      if (boot.deployer().equals(deployer) && found.put(boot.name(), boot) != null) {
        throw new IllegalArgumentException(
            "two boot back ends of deployer '%s' are called '%s'; remove one from the plug-in folder"
                .formatted(deployer, boot.name()));
      }
    }
    return found;
  }

  /** What the peers of all power and switch managers can make this process hold. */
  public List<MemoryBound> bounds() {
    return Stream.concat(
            power.byName().values().stream().map(PowerManagerProvider::bounds),
            network.byName().values().stream().map(SwitchManagerProvider::bounds))
        .flatMap(List::stream)
        .toList();
  }

  /** The power managers' own names. */
  public Set<String> powerNames() {
    return power.byName().keySet();
  }

  /** Other names of power managers, such as old dotted class names. */
  public Set<String> powerAliases() {
    return power.aliases();
  }

  /** The switch managers' own names. */
  public Set<String> networkNames() {
    return network.byName().keySet();
  }

  /** Other names of switch managers. */
  public Set<String> networkAliases() {
    return network.aliases();
  }

  /** What is installed, for the log. */
  public String summary() {
    return "power %s, switches %s, deploy %s"
        .formatted(power.byName().keySet(), network.byName().keySet(), deploy.byName().keySet());
  }
}
