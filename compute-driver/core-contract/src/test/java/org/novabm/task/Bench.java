package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.contract.world.MemoryDeployer;
import org.novabm.contract.world.MemoryDevices;
import org.novabm.contract.world.World;
import org.novabm.driver.Adoption;
import org.novabm.driver.BareMetalDriver;
import org.novabm.driver.NodeDriver;
import org.novabm.driver.NodeGuard;
import org.novabm.driver.NodeRelease;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.plan.StandardPlans;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.PowerState;

/**
 * A compute host in a test: a pool and devices in memory, a clock that moves by a call, a loop run
 * by hand.
 */
final class Bench {

  final MemoryHoldStore holds = new MemoryHoldStore(() -> this.now);
  final MemoryNodeStore nodes = new MemoryNodeStore(holds);
  final MemoryRecords store = new MemoryRecords(nodes);
  final MemoryDevices devices;
  final MemoryDeployer deployer;

  /**
   * What a step answers instead of doing anything, by its label; with "undo " before it on the way
   * back.
   */
  final Map<String, Supplier<StepOutcome>> overrides = new ConcurrentHashMap<>();

  /** Whether the process that runs the loop may act for its host. */
  boolean held = true;

  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Map<UUID, Instant> due = new HashMap<>();
  final World world;
  final StepCatalogue steps;
  final BareMetalDriver driver;
  final NodeDriver nodeDriver;
  final NodeRelease release;
  private final TaskRunner runner;

  Bench() {
    this(Duration.ZERO);
  }

  /**
   * A bench.
   *
   * @param deployTimeout for a deployment in all; zero for no bound
   */
  Bench(Duration deployTimeout) {
    this.world = new World(nodes, () -> now, deployTimeout, () -> held);
    this.devices = world.devices;
    this.deployer = world.deployer;
    NodePool pool = new NodePool(nodes, holds, "host1", NodePool.Admission.OPEN);
    this.steps = watched(world.standardSteps(pool));
    Plans plans = StandardPlans.of(steps);
    Adoption adoption = new Adoption(nodes, store, "host1", () -> now);
    NodeGuard guard = new NodeGuard(holds);
    this.driver = new BareMetalDriver(store, store, nodes, guard, adoption, plans, () -> now);
    this.nodeDriver = new NodeDriver(nodes, store, store, guard, plans, () -> now);
    this.release = new NodeRelease(nodes, store, store, holds, adoption, plans, () -> now);
    this.runner =
        new TaskRunner(
            new TaskRunner.Records(store, store, nodes),
            steps,
            plans,
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(9)),
            () -> held,
            () -> now);
  }

  static InstanceRequest request(int memoryMb) {
    return request(memoryMb, null);
  }

  static InstanceRequest request(int memoryMb, @Nullable UUID node) {
    return request(UUID.randomUUID(), memoryMb, node);
  }

  /** What the instance is to be from now on. */
  static InstanceRequest request(UUID instance) {
    return request(instance, 1024, null);
  }

  private static InstanceRequest request(UUID instance, int memoryMb, @Nullable UUID node) {
    return new InstanceRequest(
        instance,
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

  /** Spawns an instance and runs it as far as it goes. */
  Instance spawn() {
    InstanceRequest request = request(1024);
    driver.spawn(request);
    return settle(request.instance());
  }

  /** Runs all that was woken until nothing is left to do; the clock follows the delays. */
  Instance settle(UUID instance) {
    settle();
    return find(instance);
  }

  void settle() {
    for (int turn = 0; turn < 3000; turn++) {
      List<UUID> woken = store.takeWoken();
      woken.forEach(id -> due.put(id, now));
      if (due.isEmpty()) {
        return;
      }
      var next = Collections.min(due.entrySet(), Map.Entry.comparingByValue());
      now = next.getValue().isAfter(now) ? next.getValue() : now;
      look(next.getKey());
    }
    throw new AssertionError("still going on: " + due);
  }

  /** One call of the loop for the instance's task; when it is to be looked at again. */
  @Nullable Instant runOnce(UUID instance) {
    store.takeWoken().forEach(id -> due.put(id, now));
    return look(task(instance).id());
  }

  /** What dies here is found by the next process, as after a restart. */
  private @Nullable Instant look(UUID id) {
    due.put(id, now);
    Instant again = runner.run(id) instanceof Next.At(Instant when) ? when : null;
    if (again == null) {
      due.remove(id);
    } else {
      due.put(id, again);
    }
    return again;
  }

  Instance find(UUID instance) {
    Instance found = store.findInstance(instance);
    if (found == null) {
      throw new AssertionError("no instance " + instance);
    }
    return found;
  }

  /** Its live task, or its last. */
  Task task(UUID instance) {
    Task found = store.findByInstance(instance);
    if (found == null) {
      throw new AssertionError("no task of " + instance);
    }
    return found;
  }

  List<StepRecord> timeline(UUID instance) {
    return store.timeline(task(instance).id());
  }

  Node node(long id) {
    Node found = nodes.find(id);
    if (found == null) {
      throw new AssertionError("no node " + id);
    }
    return found;
  }

  /** The node is free, and nothing of an instance is left on it or around it. */
  void assertClean(long id) {
    assertFree(id);
    assertThat(devices.ports).isEmpty();
    assertThat(deployer.orders).isEmpty();
    assertThat(deployer.open).isEmpty();
    assertThat(devices.power.getOrDefault("10.0.0." + id, PowerState.OFF))
        .isEqualTo(PowerState.OFF);
  }

  void assertFree(long id) {
    assertThat(node(id).isAvailable()).isTrue();
  }

  private StepCatalogue watched(StepCatalogue real) {
    return new StepCatalogue(
        real.all().stream().<Step>map(step -> new Watched(step, overrides)).toList());
  }

  private record Watched(Step step, Map<String, Supplier<StepOutcome>> overrides) implements Step {
    @Override
    public String name() {
      return step.name();
    }

    @Override
    public String label(Map<String, String> arguments) {
      return step.label(arguments);
    }

    @Override
    public @Nullable StepCall undo(Map<String, String> arguments) {
      return step.undo(arguments);
    }

    @Override
    public boolean waits() {
      return step.waits();
    }

    @Override
    public StepOutcome run(StepContext context) {
      boolean back = context.task().isTearingDown();
      String label = (back ? "undo " : "") + label(context.arguments());
      Supplier<StepOutcome> instead = overrides.get(label);
      return instead != null ? instead.get() : step.run(context);
    }
  }
}
