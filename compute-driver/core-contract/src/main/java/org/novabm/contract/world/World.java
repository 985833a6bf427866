package org.novabm.contract.world;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleRecorder;
import org.novabm.device.Backends;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.instance.ConfigDrive;
import org.novabm.node.BmcSecrets;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.node.SwitchStore;
import org.novabm.service.Lease;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerManager;
import org.novabm.step.DeployKit;
import org.novabm.step.Deployers;
import org.novabm.step.ProvisioningSettings;
import org.novabm.step.StandardSteps;
import org.novabm.step.TenantNetworks;
import org.novabm.task.StepCatalogue;

/** All that a compute host works on, in memory: machines, one switch, a deployer, consoles. */
public final class World {

  /** How long an agent is waited for. */
  public static final Duration AGENT_TIMEOUT = Duration.ofMinutes(30);

  /** The name of the deployer that is not the standard one. */
  public static final String OTHER = "other";

  private static final String STANDARD = "memory";

  /** No pauses: the time of a test does not pass by itself. */
  private static final DeviceBudget UNHURRIED =
      new DeviceBudget(
          Duration.ZERO, 100, Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(10));

  public final MemoryDevices devices = new MemoryDevices();

  /** Of nodes that name none. */
  public final MemoryDeployer deployer = new MemoryDeployer();

  /** Of nodes that name {@value #OTHER}. */
  public final MemoryDeployer other = new MemoryDeployer();

  /** A deployer that is not enabled any more and made all jobs there are; null for none. */
  public @Nullable String formerDeployer;

  /** What a third party's steps changed outside, in words; they take their words back. */
  public final Set<String> more = new ConcurrentSkipListSet<>();

  private final Set<Long> recorded = new ConcurrentSkipListSet<>();
  private final Devices lanes;
  private final Duration deployTimeout;

  /**
   * A world whose devices are nobody else's.
   *
   * @param secrets of its machines' BMCs
   * @param deployTimeout for a deployment in all; zero for no bound
   */
  public World(BmcSecrets secrets, InstantSource time, Duration deployTimeout) {
    this(secrets, time, deployTimeout, Lease.ALWAYS);
  }

  /**
   * A world.
   *
   * @param secrets of its machines' BMCs
   * @param deployTimeout for a deployment in all; zero for no bound
   * @param lease asked before a device is touched
   */
  public World(BmcSecrets secrets, InstantSource time, Duration deployTimeout, Lease lease) {
    this.lanes = new Devices(new InMemory(), secrets, new OneSwitch(), UNHURRIED, lease, time);
    this.deployTimeout = deployTimeout;
  }

  /** Devices as the core uses them. */
  public Devices lanes() {
    return lanes;
  }

  /** The steps of a bare-metal node, in this world. */
  public StepCatalogue standardSteps(NodePool pool) {
    Deployers deployers =
        new Deployers(Map.of(STANDARD, kit(deployer), OTHER, kit(other)), STANDARD, this::maker);
    return StandardSteps.of(pool, lanes, consoles(), deployers, new ConfigDrive(), settings());
  }

  private static DeployKit kit(MemoryDeployer deployer) {
    return new DeployKit(deployer, Map.of(STANDARD, deployer), STANDARD);
  }

  /** BMCs have a virtual drive, and the ramdisk is booted from there. */
  public void bootsFromMedia() {
    devices.media = true;
    deployer.byMedia = true;
  }

  private @Nullable String maker(UUID deployment) {
    boolean isOthers = other.orders.containsKey(deployment);
    if (!isOthers && !deployer.orders.containsKey(deployment)) {
      return null;
    }
    return formerDeployer != null ? formerDeployer : isOthers ? OTHER : STANDARD;
  }

  /** How everything and everybody behaves from now on. */
  public void takes(Mood mood) {
    devices.mood = mood;
    deployer.mood = mood;
    other.mood = mood;
  }

  /** As it is now. */
  public Outside look() {
    return new Outside(
        devices.power,
        devices.boot,
        devices.ports,
        both(deployer.orders.keySet(), other.orders.keySet()),
        both(deployer.open.keySet(), other.open.keySet()),
        recorded,
        devices.lights,
        devices.drives,
        more);
  }

  private static Set<UUID> both(Set<UUID> one, Set<UUID> more) {
    Set<UUID> all = new HashSet<>(one);
    all.addAll(more);
    return all;
  }

  /** What steps are told by the configuration. */
  public ProvisioningSettings settings() {
    return new ProvisioningSettings(
        new VlanId(10),
        new TenantNetworks(new VlanId(20), Map.of("blue", new VlanId(30), "red", new VlanId(40))),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        AGENT_TIMEOUT,
        Duration.ofHours(1),
        deployTimeout,
        Duration.ofSeconds(2));
  }

  private ConsoleRecorder consoles() {
    return new ConsoleRecorder() {
      @Override
      public void begin(Node node) {
        recorded.add(node.id());
      }

      @Override
      public void end(Node node) {
        recorded.remove(node.id());
      }
    };
  }

  private final class InMemory implements Backends {
    @Override
    public PowerManager power(String manager, Endpoint bmc) {
      return devices.power(bmc.address());
    }

    @Override
    public SwitchManager network(NetworkSwitch networkSwitch) {
      return devices.network();
    }
  }

  private static final class OneSwitch implements SwitchStore {
    private static final NetworkSwitch ONLY =
        new NetworkSwitch(1, new Endpoint("0x0000525400ac0001", 0, "", Secret.EMPTY), "memory", "");

    @Override
    public NetworkSwitch add(NetworkSwitch networkSwitch) {
      throw new UnsupportedOperationException("there is one");
    }

    @Override
    public @Nullable NetworkSwitch find(long id) {
      return id == 1 ? ONLY : null;
    }

    @Override
    public List<NetworkSwitch> list() {
      return List.of(ONLY);
    }

    @Override
    public boolean delete(long id) {
      throw new UnsupportedOperationException("it stays");
    }
  }
}
