package org.novabm.store.contract;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.novabm.service.Lease;
import org.novabm.spi.Secret;
import org.novabm.store.Database;
import org.novabm.store.DatabaseTls;
import org.novabm.store.work.WorkLoop;
import org.novabm.store.work.WorkSettings;
import org.novabm.task.Next;

/**
 * A process that wakes a deployment, begins to work on it, says so, and never ends: the test kills
 * it.
 */
final class DoomedWorker {

  static final WorkSettings SETTINGS =
      new WorkSettings(Stage.HOST, 4, Duration.ofMillis(100), Duration.ofSeconds(1));

  private DoomedWorker() {}

  /** Arguments: JDBC address, account, deployment. */
  public static void main(String[] arguments) throws InterruptedException {
    Database database =
        new Database(arguments[0], arguments[1], Secret.EMPTY, DatabaseTls.UNSAID, 4);
    try (HikariDataSource pool = database.open()) {
      WorkLoop wakeups =
          new WorkLoop(
              pool, SETTINGS, DoomedWorker::workForEver, Lease.ALWAYS, InstantSource.system());
      wakeups.start();
      wakeups.wake(UUID.fromString(arguments[2]), Instant.now());
      new CountDownLatch(1).await();
    }
  }

  /** Starts it and comes back when it works. */
  static Process start(Database database, UUID deployment) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedWorker.class.getName(),
                database.url(),
                database.user(),
                deployment.toString())
            .redirectErrorStream(true)
            .start();
    while (true) {
      String line = process.inputReader().readLine();
      if (line == null) {
        throw new IllegalStateException("the worker ended before it worked");
      }
      if (line.contains("working on " + deployment)) {
        return process;
      }
    }
  }

  private static Next workForEver(UUID deployment) {
    System.out.println("working on " + deployment);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Next.Nothing();
  }
}
