package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.VlanId;

/** Who is let in, by which key, and what is kept of what was said. */
class JunosConnectionTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final Segment TENANT = new Access(new VlanId(20));
  private static final Segment SERVICE = new Access(new VlanId(10));

  @TempDir private Path folder;
  private final JunosLab lab;
  private final JunosManager manager;

  JunosConnectionTest(@TempDir Path folder) throws IOException {
    lab = JunosLab.usual(folder);
    manager = lab.manager();
  }

  @BeforeEach
  void onTheServiceNetwork() {
    manager.attach(PORT, SERVICE, WITHIN);
  }

  @AfterEach
  void stop() throws IOException {
    manager.close();
    lab.close();
  }

  @Test
  void aWrongPasswordIsRefused() {
    try (var stranger = lab.provider().open(lab.endpoint("wrong"))) {
      assertThatThrownBy(() -> stranger.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("does not let 'admin' in");
    }
  }

  @Test
  void aHostKeyThatIsNotKnownIsRefusedUnlessTheFirstIsToBeTaken() throws IOException {
    Path none = folder.resolve("known_hosts");
    try (var careful = lab.with("known_hosts", none.toString()).manager()) {
      assertThatThrownBy(() -> careful.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("is not known")
          .hasMessageContaining("ssh-keyscan -p " + lab.junos().port());
    }
    try (var trusting = lab.with("host_key_policy", "accept-new").manager()) {
      assertThat(trusting.read(PORT, WITHIN).mode()).isEqualTo(SERVICE);
    }
    assertThat(none).content().contains(lab.junos().hostKey().substring(0, 60));
    Files.writeString(
        none, Files.readString(none).replace(lab.junos().hostKey(), JunosLab.otherHostKey()));
    // as long as before and within the same tick of the file system's clock: it would pass unseen
    Files.setLastModifiedTime(none, FileTime.from(Instant.now().plusSeconds(2)));
    try (var deceived = lab.manager()) {
      assertThatThrownBy(() -> deceived.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("CHANGED")
          .hasMessageNotContaining("ssh-keyscan");
    }
  }

  @Test
  void aSessionThatDiedBetweenTwoOperationsIsOpenedAgain() {
    lab.junos().hangUp();
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
  }

  @Test
  void whatWasSaidIsKeptWithoutSecrets() throws IOException {
    Path traces = folder.resolve("traces");
    try (var traced = lab.with("trace_dir", traces.toString()).manager()) {
      traced.attach(PORT, TENANT, WITHIN);
    }
    try (var files = Files.list(traces)) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readString(file))
                      .contains(
                          SessionTrace.SENT,
                          SessionTrace.RECEIVED,
                          "<commit-configuration><confirmed/>")
                      .doesNotContain("secret"));
    }
  }
}
