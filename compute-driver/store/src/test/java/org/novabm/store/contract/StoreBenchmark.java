package org.novabm.store.contract;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.novabm.contract.store.Samples;
import org.novabm.instance.Instance;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.NodeOffer;
import org.novabm.node.Occupant;
import org.novabm.store.server.DatabaseServer;
import org.novabm.store.server.H2Files;
import org.novabm.store.server.MariaDbServer;
import org.novabm.task.Standing;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;
import org.novabm.task.Writes;

/**
 * How many deployments a second the store alone can carry: begin, fitting, claim, 13 saves with a
 * line each, release. Argument: h2 or mariadb, and how many at a time. Prints; asserts nothing.
 */
final class StoreBenchmark {

  private static final int NODES = 200;
  private static final int SAVES = 13;

  private StoreBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("novabm-bench");
    DatabaseServer server =
        arguments[0].equals("h2") ? new H2Files(folder) : MariaDbServer.start(folder);
    int threads = Integer.parseInt(arguments[1]);
    try (Stage stage = new Stage(server, folder)) {
      IntStream.range(0, NODES).forEach(i -> stage.nodes().add(Samples.node()));
      for (int round = 0; round < Integer.getInteger("rounds", 4); round++) {
        measure(stage, threads, Duration.ofSeconds(6));
      }
    }
  }

  private static void measure(Stage stage, int threads, Duration time) throws Exception {
    AtomicInteger done = new AtomicInteger();
    Instant end = Instant.now().plus(time);
    long cpu = cpu();
    long serverCpu = serverCpu();
    CountDownLatch over = new CountDownLatch(threads);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              while (Instant.now().isBefore(end)) {
                cycle(stage);
                done.incrementAndGet();
              }
              over.countDown();
            });
      }
      over.await();
    }
    System.out.printf(
        "cycles/s %.0f; CPU each: this process %.2f ms, database server %.2f ms%n",
        done.get() / (double) time.toSeconds(),
        (cpu() - cpu) / 1e6 / done.get(),
        (serverCpu() - serverCpu) / 1e6 / done.get());
  }

  private static void cycle(Stage stage) {
    Writes begun = Samples.spawn(UUID.randomUUID(), Instant.now());
    stage.tasks().begin(begun);
    Instance instance = Objects.requireNonNull(begun.instance());
    Occupant occupant = new Occupant(instance.uuid(), "i");
    NodeOffer node = claim(stage, occupant);
    Task task = begun.task();
    for (int save = 1; save <= SAVES; save++) {
      Standing standing =
          new Standing(
              node.id(),
              List.of(),
              null,
              false,
              null,
              save == SAVES ? Standing.Outcome.FAILED : null);
      Writes writes =
          new Writes(task.with(standing), List.of(line(save)), instance, null, List.of(), null);
      task = Objects.requireNonNull(stage.tasks().save(writes));
    }
    stage.nodes().release(node.id(), occupant.instance());
    stage.put(node.id(), ProvisionState.AVAILABLE);
  }

  private static StepRecord line(int number) {
    Instant now = Instant.now();
    return new StepRecord(
        number, "claim", "claim a node", StepRecord.Status.DONE, 1, now, now, "done", null);
  }

  private static NodeOffer claim(Stage stage, Occupant occupant) {
    while (true) {
      List<NodeOffer> free = stage.nodes().fitting("compute1", 1, 1, 1, 16);
      int first = Math.floorMod(occupant.instance().hashCode(), Math.max(1, free.size()));
      for (int i = 0; i < free.size(); i++) {
        NodeOffer node = free.get((first + i) % free.size());
        if (stage.nodes().claim(node.id(), occupant)) {
          return node;
        }
      }
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long serverCpu() {
    return ProcessHandle.current()
        .children()
        .flatMap(child -> child.info().totalCpuDuration().stream())
        .mapToLong(Duration::toNanos)
        .sum();
  }
}
