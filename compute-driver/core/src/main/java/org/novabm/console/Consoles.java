package org.novabm.console;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleSeat.Role;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.novabm.spi.power.SerialLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consoles of a host's machines. Safe for many threads. */
public final class Consoles implements ConsoleRecorder, ConsoleOutput, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Consoles.class);
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final int PAGE = 1000;

  private final NodeStore nodes;
  private final Devices devices;
  private final ConsoleLogs logs;
  private final Map<Long, NodeConsole> consoles = new ConcurrentHashMap<>();

  public Consoles(NodeStore nodes, Devices devices, ConsoleLogs logs) {
    this.nodes = nodes;
    this.devices = devices;
    this.logs = logs;
  }

  /** Records again what was recorded when the service ended. */
  public void resume(String serviceHost) {
    List<Node> page = nodes.list(0, PAGE);
    while (!page.isEmpty()) {
      page.stream().filter(node -> node.serviceHost().equals(serviceHost)).forEach(this::begin);
      page = nodes.list(page.getLast().id(), PAGE);
    }
  }

  /** What goes wrong here is told and no reason to stop a deployment. */
  @Override
  public void begin(Node node) {
    Occupant occupant = node.occupant();
    try {
      if (occupant != null && hasConsole(node)) {
        of(node).record(occupant.instance(), () -> logs.of(node, occupant));
      }
    } catch (IllegalArgumentException | UncheckedIOException | BackendException e) {
      log.warn("{}: its console is not recorded: {}", node.display(), e.getMessage());
    }
  }

  @Override
  public void end(Node node) {
    stopRecording(node.id());
  }

  private void stopRecording(long id) {
    NodeConsole console = consoles.get(id);
    if (console != null) {
      console.stopRecording();
    }
  }

  /**
   * Takes a seat at a node's console.
   *
   * @param claim what to do when somebody else, who does not come through this service, is at the
   *     machine's serial line
   * @throws BackendException.Unsupported when the node's power manager has no way to a console
   */
  public ConsoleSeat join(Node node, ConsoleViewer viewer, Role role, Claim claim) {
    if (!hasConsole(node)) {
      throw new BackendException.Unsupported(
          node.display(), "its power manager has no way to a console; ipmi has one");
    }
    return of(node).join(viewer, role, claim);
  }

  @Override
  public @Nullable String output(UUID instance, int lines) {
    Node node = nodes.findByInstance(instance);
    return node == null ? null : logs.tail(node, instance, lines);
  }

  /**
   * The end of what was said on a node's console.
   *
   * @param lines at most so many; 0 and less for all
   * @return of the instance that is on it, or of the last one there was; null when nothing was
   *     recorded
   */
  public @Nullable String output(Node node, int lines) {
    Occupant occupant = node.occupant();
    UUID instance = occupant == null ? logs.lastInstance(node) : occupant.instance();
    return instance == null ? null : logs.tail(node, instance, lines);
  }

  private boolean hasConsole(Node node) {
    return devices.can(node, ConsoleAccess.class);
  }

  private NodeConsole of(Node node) {
    return consoles.computeIfAbsent(
        node.id(), id -> new NodeConsole(node.display(), claim -> open(id, claim)));
  }

  /** With the account that is on record now. */
  private SerialLine open(long id, Claim claim) {
    Node now = nodes.find(id);
    if (now == null || now.occupant() == null) {
      stopRecording(id);
    }
    if (now == null) {
      throw new BackendException.Refused("node " + id, "is not registered any more");
    }
    return devices.apart(
        now,
        manager -> {
          if (manager instanceof ConsoleAccess access) {
            return access.openConsole(claim, WITHIN);
          }
          throw new BackendException.Unsupported(now.display(), "has no console any more");
        });
  }

  /** Leaves all consoles, side by side, for a BMC that does not answer takes its time. */
  @Override
  public void close() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      consoles.values().forEach(console -> threads.execute(console::leave));
    }
  }
}
