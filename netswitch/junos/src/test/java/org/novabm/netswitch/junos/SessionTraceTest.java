package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/** What was recorded at a switch can be run again without it. */
class SessionTraceTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private static void use(JunosManager manager) {
    PortName port = new PortName("ge-0/0/3");
    Access tenant = new Access(new VlanId(20));
    assertThat(manager.attach(port, tenant, WITHIN).mode()).isEqualTo(tenant);
    Trunk trunk = Trunk.of(new VlanId(20), List.of(new VlanId(30)));
    assertThat(manager.attach(port, trunk, WITHIN).mode()).isEqualTo(trunk);
    assertThat(manager.detach(port, WITHIN).isIdle()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(JunosSyntax.class)
  void aRecordedMoveRunsAgain(JunosSyntax syntax) throws IOException {
    JunosPlan plan = JunosPlan.of(syntax, "admin", Secret.of("secret"));
    try (JunosLab lab = JunosLab.start(plan, folder).with("trace_dir", folder + "/traces");
        JunosManager manager = lab.manager()) {
      use(manager);
      RecordedSwitch recorded = new RecordedSwitch(onlyTrace());
      use(
          new JunosManager(
              new Sessions(lab.endpoint(), _ -> recorded), new KnownRequests(), settings()));
      assertThat(recorded.isDone()).isTrue();
    }
  }

  /** As {@link JunosLab} has it: the minutes stand in the request. */
  private static JunosSettings settings() {
    return new BackendSettings("netswitch:junos", Map.of("confirm_timeout", "1"))
        .as(JunosSettings.class);
  }

  private String onlyTrace() throws IOException {
    try (var files = Files.list(folder.resolve("traces"))) {
      return Files.readString(files.toList().getFirst());
    }
  }

  @Test
  void secretsAreTakenOut() {
    assertThat(
            SessionTrace.scrubbed(
                "<user><encrypted-password>$6$x</encrypted-password></user><community>public</community><name>ge-0/0/1</name>"))
        .isEqualTo(
            "<user><encrypted-password>***</encrypted-password></user><community>***</community><name>ge-0/0/1</name>");
  }
}
