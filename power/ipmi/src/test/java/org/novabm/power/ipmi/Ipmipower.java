package org.novabm.power.ipmi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.Endpoint;

/** FreeIPMI's client, written independently of ipmitool. */
record Ipmipower(Path folder, Endpoint endpoint, int suite) {

  Ipmipower {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/ipmipower")),
        "ipmipower is not installed (Debian package freeipmi-tools)");
  }

  /** Runs one action and answers what it prints. */
  String run(String action) throws IOException, InterruptedException {
    Path configuration = folder.resolve("freeipmi.conf");
    Files.writeString(
        configuration,
        """
        username %s
        password %s
        driver-type LAN_2_0
        cipher-suite-id %d
        """
            .formatted(endpoint.user(), endpoint.password().reveal(), suite));
    Process process =
        new ProcessBuilder(
                List.of(
                    "/usr/sbin/ipmipower",
                    "--config-file=" + configuration,
                    "-h",
                    endpoint.display(),
                    action))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("ipmipower does not end");
    }
    return output;
  }
}
