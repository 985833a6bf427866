package org.novabm.contract.law;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.contract.world.World;
import org.novabm.driver.Adoption;
import org.novabm.driver.BareMetalDriver;
import org.novabm.driver.NodeDriver;
import org.novabm.driver.NodeGuard;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.service.Lease;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Next;
import org.novabm.task.NodeChange;
import org.novabm.task.Plan;
import org.novabm.task.Plans;
import org.novabm.task.RetryPolicy;
import org.novabm.task.Standing.Abort;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;
import org.novabm.task.TaskRunner;
import org.novabm.task.Writes;

/** A compute host with one node; when a process of it dies, another one goes on. */
final class LawHost {

  private static final String BMC = "10.0.0.1";
  private static final UUID INSTANCE = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final MemoryHoldStore holds = new MemoryHoldStore(() -> this.now);
  final MemoryNodeStore nodes = new MemoryNodeStore(holds);
  final MemoryRecords records = new MemoryRecords(nodes);
  final World world = new World(nodes, () -> this.now, Duration.ZERO);
  final StepCatalogue steps;
  private final Plans plans;
  private final TaskRunner runner;
  private final BareMetalDriver driver;
  private final NodeDriver nodeDriver;
  private final Node node;
  private final Map<UUID, Instant> due = new HashMap<>();
  private Meddler meddler = Meddler.NONE;
  private Instant now = BEGIN;
  private int deaths;

  LawHost(StepLaws laws) {
    NodePool pool = new NodePool(nodes, holds, "host1", NodePool.Admission.OPEN);
    StepCatalogue real = laws.steps(pool, world);
    this.steps = MeddledSteps.of(real, (step, context) -> meddler.run(step, context));
    this.plans = laws.plans(steps);
    RetryPolicy retries = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(9));
    TaskRunner.Records kept = new TaskRunner.Records(records, records, nodes);
    this.runner = new TaskRunner(kept, steps, plans, retries, Lease.ALWAYS, () -> now);
    NodeGuard guard = new NodeGuard(holds);
    Adoption adoption = new Adoption(nodes, records, "host1", () -> now);
    this.driver = new BareMetalDriver(records, records, nodes, guard, adoption, plans, () -> now);
    this.nodeDriver = new NodeDriver(nodes, records, records, guard, plans, () -> now);
    this.node = nodes.addStandard(2048);
    world.devices.power.put(BMC, PowerState.OFF);
  }

  Plan plan(Journey journey) {
    return plans.of(journey.verb(), journey.manner());
  }

  /** Makes all ready from which the journey begins. */
  void prepare(Journey journey) {
    ProvisionState from = journey.rule().from();
    if (journey.needsAnInstance()) {
      begin(new Journey(Verb.DEPLOY, Map.of()));
      settle();
      if (journey.verb() == Verb.POWER_ON) {
        world.devices.power.put(BMC, PowerState.OFF);
      }
    } else if (journey.verb() != Verb.DEPLOY) {
      // a node of nobody's is as its owner left it
      world.devices.power.put(BMC, PowerState.ON);
      world.devices.ports.put(new PortName("p1"), new Access(new VlanId(30)));
    }
    if (node().state() != from) {
      nodes.change(node.id(), from, null);
    }
  }

  /** Puts the task on record; nothing of it is done. */
  Task begin(Journey journey) {
    Verb verb = journey.verb();
    UUID id = UUID.nameUUIDFromBytes(verb.name().getBytes(StandardCharsets.UTF_8));
    UUID instance = journey.isForAnInstance() ? INSTANCE : null;
    Task.Head head = new Task.Head(id, verb, journey.rule().from(), instance, now);
    Long on = verb == Verb.DEPLOY ? null : node.id();
    Task task = Task.begin(head, plan(journey), on);
    Writes writes = Writes.of(task).with(changed(verb, id));
    records.begin(writes.with(moved(journey, on)));
    return task;
  }

  private static @Nullable NodeChange moved(Journey journey, @Nullable Long node) {
    ProvisionState during = journey.rule().during();
    return node == null || during == journey.rule().from()
        ? null
        : new NodeChange(node, during, null);
  }

  private @Nullable Instance changed(Verb verb, UUID task) {
    return switch (verb) {
      case DEPLOY -> Instance.begin(request(), task, now);
      case REBUILD -> instance().rebuilding(request(), task);
      case ADOPT ->
          new Instance(request(), VmState.BUILDING, null, node.id(), null, now, null, null, null);
      case RELEASE -> instance().becoming(instance().state(), "released by force");
      default -> null;
    };
  }

  private static InstanceRequest request() {
    return new InstanceRequest(
        INSTANCE,
        "instance-1",
        "web1",
        new Flavor("m1", 1024, 1, 1, 0),
        new ImageRef("web.img", null, null),
        null,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        RequestContext.NONE);
  }

  void meddle(Meddler who) {
    meddler = who;
  }

  /** Somebody destroys the instance. */
  void destroy() {
    driver.destroy(INSTANCE);
  }

  /** An operator makes a node that is offered to nobody ready for the next instance. */
  void provide() {
    for (Verb verb : List.of(Verb.MANAGE, Verb.PROVIDE)) {
      nodeDriver.ask(node.id(), verb);
      settle();
    }
  }

  /** Somebody cancels the task. */
  void cancel(Task task) {
    Task live = Objects.requireNonNull(records.find(task.id()));
    if (task.instance() != null) {
      driver.cancel(INSTANCE);
    } else if (live.isLive()) {
      records.interrupt(Writes.of(live.with(live.standing().aborted(Abort.CANCEL))));
    }
  }

  /** Runs all that is due until nothing is; the clock follows the delays. */
  void settle() {
    for (int turn = 0; turn < 3000; turn++) {
      records.takeWoken().forEach(id -> due.put(id, now));
      if (due.isEmpty()) {
        return;
      }
      step();
    }
    throw new AssertionError("still going on: " + due);
  }

  /** Runs what is due first, as far as it goes. */
  void step() {
    records.takeWoken().forEach(id -> due.put(id, now));
    var next = Collections.min(due.entrySet(), Map.Entry.comparingByValue());
    now = next.getValue().isAfter(now) ? next.getValue() : now;
    UUID id = next.getKey();
    try {
      switch (runner.run(id)) {
        case Next.At(Instant again) -> due.put(id, again);
        case Next.Ended(), Next.Nothing() -> due.remove(id);
      }
    } catch (Meddler.Died | MemoryRecords.Crash e) {
      deaths++;
    }
  }

  /** How many processes died. */
  int deaths() {
    return deaths;
  }

  Node node() {
    return Objects.requireNonNull(nodes.find(node.id()));
  }

  Instance instance() {
    return Objects.requireNonNull(records.findInstance(INSTANCE));
  }

  Task task(Task begun) {
    return Objects.requireNonNull(records.find(begun.id()));
  }

  List<StepRecord> timeline(Task task) {
    return records.timeline(task.id());
  }

  /** As the task ended. */
  End end(Task begun) {
    Instance instance = begun.instance() == null ? null : instance();
    return new End(
        Objects.requireNonNull(task(begun).standing().outcome(), "it has not ended"),
        instance == null ? null : instance.state(),
        node().state(),
        !node().isFree(),
        world.look(),
        records.events());
  }
}
