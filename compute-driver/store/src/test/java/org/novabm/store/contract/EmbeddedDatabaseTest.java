package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.store.Database;

/** What was committed to the embedded database is there after the process was killed. */
class EmbeddedDatabaseTest {

  @Test
  void committedRowSurvivesTheKill(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("nova_bm");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try {
      String line = process.inputReader().readLine();
      while (line != null && !line.equals("committed")) {
        line = process.inputReader().readLine();
      }
      assertThat(line).isEqualTo("committed");
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (HikariDataSource pool = Database.embedded(file).open()) {
      assertThat(Stage.column(pool, "select number from kept")).containsExactly("1", "2", "3");
    }
  }

  /** The process that is killed. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws InterruptedException {
      HikariDataSource pool = Database.embedded(Path.of(arguments[0])).open();
      Stage.run(pool, "create table kept (number int)");
      for (int i = 1; i <= 3; i++) {
        Stage.run(pool, "insert into kept values (" + i + ")");
      }
      System.out.println("committed");
      new CountDownLatch(1).await();
    }
  }
}
