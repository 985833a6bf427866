package org.novabm.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.task.Notices;
import org.novabm.task.Plan;
import org.novabm.task.Plans;
import org.novabm.task.Standing.Abort;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Writes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compute driver over a pool of machines: it puts what is asked on record, as a task. */
public final class BareMetalDriver implements ComputeDriver {

  private static final Logger log = LoggerFactory.getLogger(BareMetalDriver.class);

  private static final int ROUNDS = 10;

  private final TaskStore tasks;
  private final InstanceStore instances;
  private final Adoption adoption;
  private final Asking asking;
  private final NodeGuard guard;
  private final Plans plans;
  private final InstantSource time;

  /**
   * A driver over the given records.
   *
   * @param guard what an operator keeps from being done
   * @param adoption finds instances of an old driver that are not on record yet
   */
  public BareMetalDriver(
      TaskStore tasks,
      InstanceStore instances,
      NodeStore nodes,
      NodeGuard guard,
      Adoption adoption,
      Plans plans,
      InstantSource time) {
    this.tasks = tasks;
    this.instances = instances;
    this.adoption = adoption;
    this.asking = new Asking(nodes, plans);
    this.guard = guard;
    this.plans = plans;
    this.time = time;
  }

  @Override
  public DriverAnswer spawn(InstanceRequest request) {
    Instant now = time.instant();
    UUID id = UUID.randomUUID();
    Instance begun = Instance.begin(request, id, now);
    Task.Head head =
        new Task.Head(id, Verb.DEPLOY, ProvisionState.AVAILABLE, request.instance(), now);
    Task task = Task.begin(head, plans.of(Verb.DEPLOY, Map.of()), null);
    Writes writes = Writes.of(task).with(begun).telling(Notices.started(Verb.DEPLOY, begun, now));
    if (!tasks.begin(writes)) {
      Task live = tasks.findByInstance(request.instance());
      return new DriverAnswer.Already(
          live == null ? null : live.id(), "a second spawn of a live instance");
    }
    log.info("instance {} ({}) is to be spawned", request.instance(), request.name());
    return new DriverAnswer.Accepted(id);
  }

  @Override
  public DriverAnswer rebuild(UUID instance, InstanceRequest request) {
    return ask(instance, Verb.REBUILD, Map.of(), request);
  }

  @Override
  public DriverAnswer destroy(UUID instance) {
    return ask(instance, Verb.DESTROY, Map.of(), null);
  }

  @Override
  public DriverAnswer cancel(UUID instance) {
    while (true) {
      Task live = tasks.findByInstance(instance);
      if (live == null || !live.isLive()) {
        return instances.findInstance(instance) == null
            ? new DriverAnswer.UnknownInstance(instance)
            : new DriverAnswer.NotNow(
                live == null ? null : live.id(), "nothing is being done to the instance");
      }
      if (live.standing().abort() != null || live.isTearingDown()) {
        return new DriverAnswer.Already(live.id(), "it is being taken back already");
      }
      if (tasks.interrupt(Writes.of(live.with(live.standing().aborted(Abort.CANCEL))))) {
        return new DriverAnswer.Accepted(live.id());
      }
    }
  }

  @Override
  public DriverAnswer start(UUID instance) {
    return ask(instance, Verb.POWER_ON, Map.of(), null);
  }

  @Override
  public DriverAnswer stop(UUID instance, Manner manner) {
    return ask(instance, Verb.POWER_OFF, Map.of("manner", word(manner)), null);
  }

  @Override
  public DriverAnswer reboot(UUID instance, Manner manner) {
    return ask(instance, Verb.REBOOT, Map.of("manner", word(manner)), null);
  }

  private static String word(Manner manner) {
    return manner.name().toLowerCase(Locale.ROOT);
  }

  private DriverAnswer ask(
      UUID uuid, Verb verb, Map<String, String> arguments, @Nullable InstanceRequest request) {
    for (int round = 0; round < ROUNDS; round++) {
      // first the task: what it makes of the instance is read behind it
      Task last = tasks.findByInstance(uuid);
      Instance instance = onRecord(uuid);
      if (instance == null) {
        return new DriverAnswer.UnknownInstance(uuid);
      }
      DriverAnswer answer =
          last != null && last.isLive()
              ? interrupt(last, instance, verb, arguments, request)
              : begin(instance, last, verb, arguments, request);
      if (answer != null) {
        return answer;
      }
    }
    return new DriverAnswer.NotNow(null, "others ask for the same instance; ask again");
  }

  private @Nullable Instance onRecord(UUID uuid) {
    Instance known = instances.findInstance(uuid);
    return known == null || known.isOver() ? or(adoption.adopt(uuid), known) : known;
  }

  private static @Nullable Instance or(@Nullable Instance adopted, @Nullable Instance known) {
    return adopted == null ? known : adopted;
  }

  /** A destroy is taken at any time; all else waits. Null when the task went on meanwhile. */
  private @Nullable DriverAnswer interrupt(
      Task live,
      Instance instance,
      Verb verb,
      Map<String, String> arguments,
      @Nullable InstanceRequest request) {
    boolean destroyed = live.verb() == Verb.DESTROY || live.standing().abort() == Abort.DESTROY;
    if (verb == Verb.DESTROY && !destroyed) {
      String kept = guard.refusal(asking.node(instance), verb);
      if (kept != null) {
        return new DriverAnswer.NotNow(live.id(), kept);
      }
      Writes writes =
          Writes.of(live.with(live.standing().aborted(Abort.DESTROY)))
              .telling(Notices.started(Verb.DESTROY, instance, time.instant()));
      return tasks.interrupt(writes) ? new DriverAnswer.Accepted(live.id()) : null;
    }
    boolean same =
        verb == Verb.DESTROY
            || (live.verb() == verb
                && live.standing().abort() == null
                && plan(verb, instance, arguments).steps().equals(live.plan().steps())
                && (request == null || request.equals(instance.request())));
    return same
        ? new DriverAnswer.Already(live.id(), "it is on its way")
        : new DriverAnswer.NotNow(
            live.id(),
            "%s is under way; wait until that is over".formatted(live.verb().withArticle()));
  }

  /** A machine that is off is not switched off for a reboot. */
  private Plan plan(Verb verb, Instance instance, Map<String, String> arguments) {
    boolean isOff = verb == Verb.REBOOT && instance.state() == VmState.STOPPED;
    return plans.of(verb, isOff ? Map.of("manner", "on") : arguments);
  }

  /** Null when somebody else began something meanwhile. */
  private @Nullable DriverAnswer begin(
      Instance instance,
      @Nullable Task last,
      Verb verb,
      Map<String, String> arguments,
      @Nullable InstanceRequest request) {
    UUID lastId = last == null ? null : last.id();
    if (instance.isOver()) {
      return verb == Verb.DESTROY
          ? new DriverAnswer.Already(lastId, "the instance is " + instance.state().word())
          : new DriverAnswer.UnknownInstance(instance.uuid());
    }
    Node node = asking.node(instance);
    String kept = guard.refusal(node, verb);
    if (kept != null) {
      return new DriverAnswer.NotNow(lastId, kept);
    }
    ProvisionState from = Asking.state(instance, node);
    if (Rules.of(from, verb) == null) {
      String possible =
          asking.possible(from).stream().map(Verb::word).collect(Collectors.joining(", "));
      return new DriverAnswer.NotNow(
          lastId, "the node is " + from.word() + "; what can be asked for now: " + possible);
    }
    Instant now = time.instant();
    UUID id = UUID.randomUUID();
    Task.Head head = new Task.Head(id, verb, from, instance.uuid(), now);
    Task task = Task.begin(head, plan(verb, instance, arguments), instance.node());
    Instance changed = request == null ? null : instance.rebuilding(request, id);
    Writes writes =
        Writes.of(task)
            .with(changed)
            .with(asking.begun(task))
            .telling(Notices.started(verb, instance, now));
    return tasks.begin(writes) ? new DriverAnswer.Accepted(id) : null;
  }
}
