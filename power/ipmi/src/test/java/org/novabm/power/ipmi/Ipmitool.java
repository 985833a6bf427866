package org.novabm.power.ipmi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.Endpoint;

/** The foreign client that everybody uses. */
record Ipmitool(Endpoint endpoint, int suite) {

  Ipmitool {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ipmitool")),
        "ipmitool is not installed (Debian package ipmitool)");
  }

  /** Runs one command and answers what it prints. */
  String run(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("/usr/bin/ipmitool", "-I", "lanplus", "-C", Integer.toString(suite), "-E"));
    command.addAll(List.of("-H", endpoint.address(), "-p", Integer.toString(endpoint.port())));
    command.addAll(List.of("-U", endpoint.user()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("IPMITOOL_PASSWORD", endpoint.password().reveal());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(List.of(words) + " failed: " + output);
    }
    return output;
  }
}
