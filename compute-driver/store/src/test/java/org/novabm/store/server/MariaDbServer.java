package org.novabm.store.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's MariaDB. */
public final class MariaDbServer {

  private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
  private static final Path INSTALL = Path.of("/usr/bin/mariadb-install-db");

  private MariaDbServer() {}

  /** Starts one in the folder; skips the test where the programs are missing. */
  public static DatabaseServer start(Path folder) throws IOException, InterruptedException {
    return start(folder, List.of());
  }

  /** The same with further options of the server. */
  public static DatabaseServer start(Path folder, List<String> options)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(SERVER) && Files.isExecutable(INSTALL),
        "mariadbd is not installed (Debian package mariadb-server)");
    PrivateMysqld.run(
        List.of(
            INSTALL.toString(),
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--user=" + System.getProperty("user.name"),
            "--datadir=" + folder.resolve("data")),
        folder.resolve("install.log"));
    List<String> command = new ArrayList<>(List.of(SERVER.toString(), "--no-defaults"));
    command.addAll(options);
    return PrivateMysqld.start(command, folder);
  }
}
