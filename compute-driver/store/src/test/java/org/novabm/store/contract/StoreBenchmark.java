package org.novabm.store.contract;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.novabm.node.Node;
import org.novabm.node.Occupant;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.StepRecord;
import org.novabm.store.server.DatabaseServer;
import org.novabm.store.server.H2Files;
import org.novabm.store.server.MariaDbServer;

/**
 * How many deployments a second the store alone can carry: add, fitting, claim, 13 saves with a
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
    Deployment deployment = Samples.deployment(UUID.randomUUID(), Instant.now());
    stage.deployments().add(deployment, List.of());
    Occupant occupant = new Occupant(deployment.request().instance(), "i");
    Node node = claim(stage, occupant);
    Deployment current = deployment.withNode(node.id());
    for (int i = 0; i < SAVES; i++) {
      StepRecord line =
          new StepRecord(
              current.step(),
              ProvisionState.CLAIMING,
              StepRecord.Status.DONE,
              1,
              Instant.now(),
              Instant.now(),
              "done");
      ProvisionState next = i == SAVES - 1 ? ProvisionState.FAILED : ProvisionState.STOPPING;
      current = stage.deployments().save(current.entering(next, Instant.now()), line, List.of());
    }
    stage.nodes().release(node.id(), occupant.instance());
  }

  private static Node claim(Stage stage, Occupant occupant) {
    while (true) {
      List<Node> free = stage.nodes().fitting("compute1", 1, 1, 1, 16);
      int first = Math.floorMod(occupant.instance().hashCode(), Math.max(1, free.size()));
      for (int i = 0; i < free.size(); i++) {
        Node node = free.get((first + i) % free.size());
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
