package org.novabm.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.DetailsView;
import org.novabm.rest.v1.HoldView;
import org.novabm.rest.v1.InstanceView;
import org.novabm.rest.v1.NodeView;
import org.novabm.rest.v1.StepView;
import org.novabm.rest.v1.TaskView;

/** A node of the service's answer as lines for people. */
record NodeText(NodeView node, boolean coloured) {

  static String orDash(@Nullable Object value) {
    String text = Objects.toString(value, "");
    return text.isEmpty() ? "-" : text;
  }

  static String join(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * The word of old while an instance is on it, {@code free} when the next one may have it, else
   * where it is in its life.
   */
  static String state(NodeView node) {
    if (node.occupant() != null) {
      return orDash(node.taskState());
    }
    String life = orDash(node.provisionState());
    return life.equals("-") || life.equals("available") ? "free" : life;
  }

  /** Who holds it, why, and until when. */
  static String hold(HoldView hold) {
    return "'%s' by %s: %s%s"
        .formatted(
            hold.name(),
            hold.by(),
            hold.reason(),
            hold.until() == null ? "" : ", until " + hold.until());
  }

  /** The same, whether it is kept back, and what its power says against it: for one line a node. */
  static String stateAndPower(NodeView node) {
    String known = orDash(node.power().state());
    boolean dark = known.equals("off") && state(node).equals("active");
    boolean silent = node.power().trouble() != null;
    return state(node)
        + (node.details().retired() ? ", retired" : "")
        + (node.maintenance().isEmpty() ? "" : ", held")
        + (dark || silent ? ", power " + known : "");
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(facts());
    lines.addAll(said());
    InstanceView instance = node.instance();
    if (instance == null) {
      return lines;
    }
    lines.addAll(standing(instance));
    TaskView task = instance.task();
    if (task != null) {
      lines.add("");
      lines.addAll(progress(task));
      lines.add("");
      lines.addAll(timeline(Objects.requireNonNullElse(task.timeline(), List.of())));
    }
    return lines;
  }

  private List<String> facts() {
    NodeView.PowerView power = node.power();
    NodeView.OccupantView occupant = node.occupant();
    String manager = orDash(power.manager());
    return List.of(
        line("node", node.id()),
        line("uuid", node.uuid()),
        line("service host", node.serviceHost()),
        line("address", node.address()),
        line("macs", macs()),
        line("cpus", node.cpus()),
        line("memory", node.memoryMb() + " MiB"),
        line("disk", node.localGb() + " GiB"),
        line("firmware", node.firmware()),
        line("bmc", orDash(power.user()) + " at " + orDash(power.address())),
        line("power", power(power)),
        line("power manager", manager.equals("-") ? "the configured one" : manager),
        line("switch", switchPort()),
        line("state", state(node)),
        line("provision", node.provisionState()),
        line("updated", node.updatedAt()),
        line("instance", occupant == null ? null : occupant(occupant)));
  }

  /** What is said of it beyond its size and place; no line for nothing. */
  private List<String> said() {
    DetailsView said = node.details();
    List<String> lines = new ArrayList<>();
    if (said.resourceClass() != null) {
      lines.add(line("resource class", said.resourceClass()));
    }
    if (!said.traits().isEmpty()) {
      lines.add(line("traits", join(said.traits())));
    }
    addPairs(lines, "property", said.properties());
    addPairs(lines, "root device", said.rootDevice());
    if (said.deployInterface() != null) {
      lines.add(line("deployed by", said.deployInterface()));
    }
    if (said.bootInterface() != null) {
      lines.add(line("booted by", said.bootInterface()));
    }
    addMark(lines, "retired", said.retired(), said.retiredReason());
    addMark(lines, "protected", said.isProtected(), said.protectedReason());
    node.maintenance().forEach(hold -> lines.add(line("held by", hold(hold))));
    return lines;
  }

  private static void addPairs(List<String> lines, String name, Map<String, String> pairs) {
    pairs.forEach((key, value) -> lines.add(line(name, key + " " + value)));
  }

  private static void addMark(
      List<String> lines, String name, boolean marked, @Nullable String why) {
    if (marked) {
      lines.add(line(name, why == null || why.isEmpty() ? "yes" : why));
    }
  }

  private static String power(NodeView.PowerView power) {
    return orDash(power.state())
        + (power.since() == null ? "" : " since " + power.since())
        + (power.trouble() == null ? "" : ": " + power.trouble());
  }

  private String macs() {
    return join(node.interfaces().stream().map(NodeView.CardView::mac).toList());
  }

  private @Nullable String switchPort() {
    return node.switchId() == null ? null : node.switchId() + ", port " + orDash(node.switchPort());
  }

  private static String occupant(NodeView.OccupantView occupant) {
    return occupant.instanceUuid() + " " + Objects.toString(occupant.name(), "");
  }

  private static List<String> standing(InstanceView instance) {
    return List.of(
        line("image", instance.image()),
        line("is", instance.state()),
        line("launched", instance.launchedAt()),
        line("fault", instance.fault()));
  }

  private static List<String> progress(TaskView task) {
    return List.of(
        line("task", orDash(task.verb()) + " " + orDash(task.id())),
        line("begun", task.createdAt()),
        line("step", standsAt(task)),
        line("aborted by", task.abort()),
        line("reason", task.reason()));
  }

  /** The step while there is one, else how it ended. */
  private static String standsAt(TaskView task) {
    String undoing = "back".equals(task.direction()) ? ", undoing" : "";
    return task.label() == null ? orDash(task.state()) : task.label() + undoing;
  }

  private List<String> timeline(List<StepView> steps) {
    Table table =
        new Table(coloured, "#", "STEP", "STATUS", "ATTEMPT", "START", "DURATION", "NOTE");
    for (StepView step : steps) {
      table.row(
          step.number(),
          step.label(),
          step.status(),
          step.attempt(),
          step.startedAt(),
          duration(step.durationMs()),
          step.note());
    }
    return table.lines();
  }

  /**
   * In the unit that suits: {@code 12 ms}, {@code 1.3 s}, {@code 2 min 05 s}, {@code 1 h 02 min}.
   */
  static String duration(long millis) {
    if (millis < 1000) {
      return millis + " ms";
    }
    long seconds = millis / 1000;
    if (seconds < 60) {
      return seconds + "." + millis % 1000 / 100 + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  private static String line(String name, @Nullable Object value) {
    return "%-14s %s".formatted(name, orDash(value)).stripTrailing();
  }
}
