package org.novabm.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.Notice;
import org.novabm.lifecycle.Verb;
import org.novabm.task.NodeChange;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Writes;

/**
 * Tasks and instances in maps, with the same rules as the database; can be told to die at a write,
 * before or after it took effect.
 */
public final class MemoryRecords implements TaskStore, InstanceStore {

  /** The process died. */
  public static final class Crash extends RuntimeException {
    Crash() {
      super("the process died here");
    }
  }

  private final MemoryNodeStore nodes;
  private final Map<UUID, Task> tasks = new LinkedHashMap<>();
  private final Map<UUID, Instance> instances = new HashMap<>();
  private final Map<UUID, TreeMap<Integer, StepRecord>> lines = new HashMap<>();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final Set<UUID> woken = new LinkedHashSet<>();
  private int crashBefore = -1;
  private int crashAfter = -1;
  private int writes;

  public MemoryRecords(MemoryNodeStore nodes) {
    this.nodes = nodes;
    nodes.setOver(this::isOver);
  }

  private synchronized boolean isOver(UUID instance) {
    Instance known = instances.get(instance);
    return known != null && known.isOver();
  }

  /** Forgets all. */
  public synchronized void clear() {
    tasks.clear();
    instances.clear();
    lines.clear();
    woken.clear();
    outbox.clear();
  }

  /** Notices that are not sent yet. */
  public MemoryOutbox outbox() {
    return outbox;
  }

  /** Puts a task there as it is, awake or not, with its whole timeline. */
  public synchronized void put(Task task, StepRecord... timeline) {
    tasks.put(task.id(), task);
    TreeMap<Integer, StepRecord> whole = new TreeMap<>();
    List.of(timeline).forEach(line -> whole.put(line.number(), line));
    lines.put(task.id(), whole);
  }

  /** Puts an instance there as it is. */
  public synchronized void put(Instance instance) {
    instances.put(instance.uuid(), instance);
  }

  /** The n-th write of a loop from now, counted from 0, dies before it is done. */
  public synchronized void crashBefore(int write) {
    crashBefore = writes + write;
  }

  /** The n-th write of a loop from now, counted from 0, dies after it is done. */
  public synchronized void crashAfter(int write) {
    crashAfter = writes + write;
  }

  public synchronized int writes() {
    return writes;
  }

  public synchronized List<String> events() {
    return notices().stream().map(Notice::event).toList();
  }

  public synchronized List<Notice> notices() {
    return outbox.told();
  }

  /** The tasks that were woken and not looked at since. */
  public synchronized List<UUID> takeWoken() {
    List<UUID> taken = List.copyOf(woken);
    woken.clear();
    return taken;
  }

  @Override
  public synchronized boolean begin(Writes writes) {
    Task task = writes.task();
    Instance known = task.instance() == null ? null : instances.get(task.instance());
    boolean taken =
        tasks.values().stream().filter(Task::isLive).anyMatch(live -> meets(live, task));
    boolean makes = task.verb() == Verb.DEPLOY || task.verb() == Verb.ADOPT;
    boolean there = makes && known != null && !known.isOver();
    if (taken || there || !takesItsNode(writes)) {
      return false;
    }
    put(writes, task);
    woken.add(task.id());
    return true;
  }

  /** A task of the node alone, or an adoption, begins only where the node is still as it was. */
  private boolean takesItsNode(Writes writes) {
    NodeChange node = writes.node();
    Task.Head head = writes.task().head();
    return node == null
        || (head.instance() != null && head.verb() != Verb.ADOPT)
        || nodes.take(node.node(), head.from(), node.state());
  }

  private static boolean meets(Task live, Task other) {
    boolean sameInstance =
        live.instance() != null && Objects.equals(live.instance(), other.instance());
    return sameInstance || (live.node() != null && Objects.equals(live.node(), other.node()));
  }

  @Override
  public synchronized @Nullable Task find(UUID id) {
    return tasks.get(id);
  }

  @Override
  public synchronized @Nullable Task findByInstance(UUID instance) {
    return tasks.values().stream()
        .filter(task -> instance.equals(task.instance()))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  @Override
  public synchronized @Nullable Task findByNode(long node) {
    return tasks.values().stream()
        .filter(task -> task.isLive() && Objects.equals(task.node(), node))
        .findFirst()
        .orElse(null);
  }

  @Override
  public synchronized List<Task> list(boolean ended, int limit) {
    List<Task> all =
        new ArrayList<>(tasks.values().stream().filter(t -> ended || t.isLive()).toList());
    return all.reversed().stream().limit(limit).toList();
  }

  @Override
  public synchronized @Nullable Task save(Writes change) {
    int write = writes++;
    if (write == crashBefore) {
      throw new Crash();
    }
    Task saved = replace(change);
    Task next = change.next();
    if (saved != null && next != null) {
      put(Writes.of(next), next);
      woken.add(next.id());
    }
    if (write == crashAfter) {
      throw new Crash();
    }
    return saved;
  }

  @Override
  public synchronized boolean interrupt(Writes change) {
    Task saved = replace(change);
    if (saved != null) {
      woken.add(saved.id());
    }
    return saved != null;
  }

  private @Nullable Task replace(Writes change) {
    Task task = change.task();
    Task seen = tasks.get(task.id());
    if (seen == null || seen.version() != task.version()) {
      return null;
    }
    Task saved = task.withVersion(task.version() + 1);
    put(change.with(asAskedFor(change.instance())), saved);
    return saved;
  }

  /** What was asked for is written when a task begins, and stays. */
  private @Nullable Instance asAskedFor(@Nullable Instance now) {
    Instance asked = now == null ? null : instances.get(now.uuid());
    return now == null || asked == null
        ? null
        : new Instance(
            asked.request(),
            now.state(),
            now.power(),
            now.node(),
            asked.deployedBy(),
            asked.created(),
            now.launched(),
            now.terminated(),
            now.fault());
  }

  private void put(Writes change, Task task) {
    tasks.put(task.id(), task);
    Instance instance = change.instance();
    if (instance != null) {
      instances.put(instance.uuid(), instance);
    }
    NodeChange node = change.node();
    if (node != null) {
      nodes.change(node.node(), node.state(), node.word());
    }
    change.notices().forEach(outbox::post);
    TreeMap<Integer, StepRecord> timeline = lines.computeIfAbsent(task.id(), id -> new TreeMap<>());
    change.lines().forEach(line -> timeline.put(line.number(), line));
  }

  @Override
  public synchronized List<StepRecord> timeline(UUID task) {
    return List.copyOf(lines.getOrDefault(task, new TreeMap<>()).values());
  }

  // instances

  @Override
  public synchronized @Nullable Instance findInstance(UUID uuid) {
    return instances.get(uuid);
  }

  @Override
  public synchronized List<Instance> listInstances(boolean over, int limit) {
    return instances.values().stream()
        .filter(instance -> over || !instance.isOver())
        .sorted(Comparator.comparing(Instance::created).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean add(Instance instance) {
    Instance known = instances.get(instance.uuid());
    if (known != null && !known.isOver()) {
      return false;
    }
    instances.put(instance.uuid(), instance);
    return true;
  }
}
