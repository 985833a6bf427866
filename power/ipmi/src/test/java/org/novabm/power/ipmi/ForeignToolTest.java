package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.ForeignProgram;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.BootDeviceControlContract;
import org.novabm.spi.contract.power.DeadEndpointContract;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.contract.power.WrongPasswordContract;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;
import org.novabm.spi.power.PowerState;

/** ipmitool and FreeIPMI as our hands, on OpenIPMI's BMC. */
class ForeignToolTest {

  @Nested
  class ByIpmitool extends Contracts {
    ByIpmitool() {
      super(new IpmitoolPowerProvider(), "/usr/bin/ipmitool", "ipmitool");
    }
  }

  @Nested
  class ByFreeIpmi extends Contracts {
    ByFreeIpmi() {
      super(freeIpmi(), "/usr/sbin/ipmi-raw", "freeipmi-tools");
    }

    /** OpenIPMI's BMC says that the highest privilege of a session is none. */
    private static FreeIpmiPowerProvider freeIpmi() {
      FreeIpmiPowerProvider provider = new FreeIpmiPowerProvider();
      provider.configure(
          new BackendSettings("power:freeipmi", Map.of("workaround_flags", "opensesspriv")));
      return provider;
    }
  }

  @Test
  void theCommandLineHasNoSecret() {
    ForeignTool tool = new IpmitoolProgram();
    Endpoint endpoint = new Endpoint("127.0.0.1", 9, "admin", Secret.of("secret"));
    IpmiSettings settings = BackendSettings.none("power:ipmitool").as(IpmiSettings.class);
    List<String> line =
        tool.line(
            endpoint,
            settings,
            Path.of("/run/secret"),
            IpmiCommand.getChassisStatus(),
            Duration.ofSeconds(3));
    assertThat(String.join(" ", line))
        .isEqualTo(
            "ipmitool -I lanplus -C 3 -L administrator -H 127.0.0.1 -p 9 -U admin"
                + " -f /run/secret -N 1 -R 3 raw 0x00 0x01");
  }

  @Test
  void aWarningIsNoAnswerAndNoHindrance() {
    String warning = "IANA PEN registry open failed: No such file or directory\n";
    IpmiCommand command = IpmiCommand.getChassisStatus();
    ForeignTool ipmitool = new IpmitoolProgram();
    assertThat(ipmitool.answer(command, new ForeignProgram.Ending(0, " 21 01 01\n", warning)))
        .get()
        .extracting(IpmiResponse::data)
        .isEqualTo(Octets.of(0x21, 1, 1));
    assertThat(
            ipmitool.answer(
                command,
                new ForeignProgram.Ending(
                    1, "", warning + "Unable to send RAW command (cmd=0x1 rsp=0xd5): State\n")))
        .get()
        .extracting(IpmiResponse::completion)
        .isEqualTo(new CompletionCode(0xD5));
    assertThat(ipmitool.answer(command, new ForeignProgram.Ending(1, "", warning))).isEmpty();
    assertThat(
            new FreeIpmiProgram("")
                .answer(
                    command,
                    new ForeignProgram.Ending(0, "rcvd: 01 00 21 01 01\n", "rcvd: 01 C0\n")))
        .get()
        .extracting(IpmiResponse::data)
        .isEqualTo(Octets.of(0x21, 1, 1));
  }

  @Test
  void aPasswordThatFreeIpmisFileCannotHoldIsRefused() {
    for (String password : List.of("a b", "a#b", "a\"b", "a\\b")) {
      Endpoint endpoint = new Endpoint("10.0.0.7", 0, "admin", Secret.of(password));
      assertThatThrownBy(() -> new FreeIpmiPowerProvider().open(endpoint))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("use power manager ipmi")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(password));
    }
  }

  /** The promises of every power manager. */
  abstract static class Contracts
      implements PowerManagerContract,
          BootDeviceControlContract,
          WrongPasswordContract,
          DeadEndpointContract {

    private final PowerManagerProvider provider;
    private final String program;
    private final String debianPackage;
    private IpmiSimulator simulator;
    private DatagramSocket silent;

    Contracts(PowerManagerProvider provider, String program, String debianPackage) {
      this.provider = provider;
      this.program = program;
      this.debianPackage = debianPackage;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, InterruptedException {
      assumeTrue(
          Files.isExecutable(Path.of(program)),
          program + " is not installed (Debian package " + debianPackage + ")");
      simulator = IpmiSimulator.start(folder);
      silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() {
      if (simulator != null) {
        simulator.close();
        silent.close();
      }
    }

    @Override
    public PowerManager open() {
      return provider.open(simulator.endpoint());
    }

    @Override
    public PowerState seenFromOutside() {
      try {
        return simulator.power();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public BootDevice bootDeviceSeenFromOutside() {
      try {
        return simulator.bootDevice();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public PowerManager openWithWrongPassword() {
      return provider.open(simulator.endpoint("admin", wrongPassword()));
    }

    @Override
    public String wrongPassword() {
      return "not-the-one";
    }

    @Override
    public PowerManager openDeadEndpoint() {
      return provider.open(
          new Endpoint("127.0.0.1", silent.getLocalPort(), "admin", Secret.of("any")));
    }

    @Test
    void noSecretIsLeftBehind() throws IOException {
      try (PowerManager power = openWithWrongPassword()) {
        assertThatThrownBy(() -> power.state(patience())).isInstanceOf(BackendException.class);
      }
      try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
        assertThat(files.map(it -> it.getFileName().toString()))
            .noneMatch(name -> name.startsWith("novabm-ipmi"));
      }
    }
  }
}
