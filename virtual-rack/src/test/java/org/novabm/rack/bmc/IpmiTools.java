package org.novabm.rack.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** ipmitool and FreeIPMI, as user admin. */
public final class IpmiTools {

  private IpmiTools() {}

  /**
   * Runs ipmitool on a BMC.
   *
   * @param options for example {@code -C 3}; a password {@code -P} among them
   * @return what it prints
   */
  public static String ipmitool(SimulatedBmc bmc, List<String> options, String... words)
      throws IOException, InterruptedException {
    need("ipmitool", "ipmitool");
    List<String> command = new ArrayList<>(List.of("ipmitool", "-I", "lanplus", "-R", "1"));
    command.addAll(List.of("-H", bmc.address().getHostString()));
    command.addAll(List.of("-p", "" + bmc.address().getPort(), "-U", "admin"));
    command.addAll(options);
    command.addAll(List.of(words));
    return run(command);
  }

  /** Runs a FreeIPMI program on hosts written as it has them, with password "secret". */
  public static String freeipmi(String program, String hosts, Suite suite, String... options)
      throws IOException, InterruptedException {
    need(program, "freeipmi-tools");
    List<String> command = new ArrayList<>(List.of(program, "-h", hosts, "-D", "LAN_2_0"));
    command.addAll(List.of("-I", "" + suite.id(), "-u", "admin", "-p", "secret", "-l", "ADMIN"));
    command.addAll(List.of(options));
    return run(command);
  }

  /** The command of a program that wants a terminal, with one; words without blanks. */
  static List<String> onTerminal(String program, String... words) {
    need(program, program.equals("ipmitool") ? "ipmitool" : "freeipmi-tools");
    return List.of("script", "-qec", program + " " + String.join(" ", words), "/dev/null");
  }

  private static void need(String program, String debianPackage) {
    boolean present =
        List.of("/usr/bin/", "/usr/sbin/").stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(present, program + " is not installed (Debian package " + debianPackage + ")");
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.strip();
  }
}
