package org.novabm.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleRecorder;
import org.novabm.device.Backends;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.driver.BareMetalDriver;
import org.novabm.instance.ConfigDrive;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.node.MemoryNodeStore;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.node.SwitchStore;
import org.novabm.provisioning.steps.StandardSteps;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerManager;

/**
 * A compute host in a test: a pool and devices in memory, a clock that moves by a call, a loop run
 * by hand.
 */
final class Bench {

  static final Duration AGENT_TIMEOUT = Duration.ofMinutes(30);

  final MemoryNodeStore nodes = new MemoryNodeStore();
  final MemoryDeploymentStore store = new MemoryDeploymentStore();
  final MemoryDevices devices = new MemoryDevices();
  final MemoryDeployer deployer = new MemoryDeployer();
  final Map<ProvisionState, Supplier<StepOutcome>> overrides = new EnumMap<>(ProvisionState.class);

  /** No pauses: the time of this bench does not pass by itself. */
  private static final DeviceBudget UNHURRIED =
      new DeviceBudget(
          Duration.ZERO, 100, Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(10));

  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  final BareMetalDriver driver =
      new BareMetalDriver(
          store,
          new Adoption(nodes, store, "host1", () -> now),
          (id, at) -> {},
          () -> now,
          () -> {});
  @Nullable ProvisionState ranLast;

  private final Provisioner provisioner;

  Bench() {
    this(Duration.ZERO);
  }

  /**
   * A bench.
   *
   * @param deployTimeout for a deployment in all; zero for no bound
   */
  Bench(Duration deployTimeout) {
    this.provisioner =
        new Provisioner(
            store,
            nodes,
            steps(deployTimeout),
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(9)),
            () -> now,
            () -> {});
  }

  static InstanceRequest request(int memoryMb) {
    return request(memoryMb, null);
  }

  static InstanceRequest request(int memoryMb, @Nullable UUID node) {
    return new InstanceRequest(
        UUID.randomUUID(),
        "instance-1",
        "web1",
        new Flavor("m1", memoryMb, 1, 1, 0),
        new ImageRef("web.img", null, null),
        node,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        RequestContext.NONE);
  }

  /**
   * Runs the instance's deployment until it rests, ends, or waits for somebody; the clock follows
   * the delays.
   */
  Deployment settle(UUID instance) {
    Deployment deployment = find(instance);
    for (int turn = 0; turn < 2000; turn++) {
      Instant again = provisioner.run(deployment.id());
      if (again == null) {
        return find(instance);
      }
      now = again;
    }
    throw new AssertionError("still going on: " + find(instance));
  }

  /** One call of the loop. */
  @Nullable Instant runOnce(UUID instance) {
    return provisioner.run(find(instance).id());
  }

  Deployment find(UUID instance) {
    Deployment found = store.findByInstance(instance);
    if (found == null) {
      throw new AssertionError("no deployment of " + instance);
    }
    return found;
  }

  private Steps steps(Duration deployTimeout) {
    ProvisioningSettings settings =
        new ProvisioningSettings(
            new VlanId(10),
            new TenantNetworks(
                new VlanId(20), Map.of("blue", new VlanId(30), "red", new VlanId(40))),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            AGENT_TIMEOUT,
            Duration.ofHours(1),
            deployTimeout,
            Duration.ofSeconds(2));
    Map<ProvisionState, ProvisioningStep> real =
        StandardSteps.of(
                new NodePool(nodes, "host1"),
                new Devices(new MemoryBackends(), new OneSwitch(), UNHURRIED, () -> now),
                ConsoleRecorder.NONE,
                deployer,
                new ConfigDrive(),
                settings)
            .byState();
    Map<ProvisionState, ProvisioningStep> watched = new EnumMap<>(ProvisionState.class);
    real.forEach((state, step) -> watched.put(state, context -> watch(state, step, context)));
    return new Steps(watched);
  }

  private StepOutcome watch(ProvisionState state, ProvisioningStep step, StepContext context) {
    ranLast = state;
    Supplier<StepOutcome> instead = overrides.get(state);
    return instead != null ? instead.get() : step.run(context);
  }

  private final class MemoryBackends implements Backends {
    @Override
    public PowerManager power(Node node) {
      return devices.power(node.power().address());
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
