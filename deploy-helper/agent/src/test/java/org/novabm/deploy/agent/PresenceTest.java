package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;

/** The door is opened only when somebody is there who has what a machine will ask for. */
class PresenceTest {

  private static final String DESK = "http://127.0.0.1:0";

  @TempDir private Path folder;
  private Rack rack;
  private DeployOrder order;

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of());
    order = Rack.order();
    rack.prepare(order);
  }

  @AfterEach
  void close() {
    rack.close();
  }

  private void publish() {
    rack.boot.publish(order.deployment(), Rack.WINDOW);
  }

  private void isRefused(String... words) {
    assertThatThrownBy(this::publish)
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContainingAll(words);
    assertThatThrownBy(() -> rack.boot.publishGuarded(order.deployment(), Rack.WINDOW))
        .isInstanceOf(BackendException.Unreachable.class);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.PREPARED);
  }

  @ParameterizedTest
  @CsvSource({"deploy_kernel, deploy.vmlinuz", "deploy_ramdisk, deploy.initrd"})
  void aFileThatIsMissingOrEmptyIsNamedWithItsSetting(String setting, String name)
      throws IOException {
    String words = setting + " = " + folder.resolve(name);
    Files.delete(folder.resolve(name));
    rack.serveAgain();
    isRefused(words + " is missing: build it");

    rack.write(name, new byte[0]);
    rack.serveAgain();
    isRefused(words + " is empty: build it");

    Files.delete(folder.resolve(name));
    Files.createDirectory(folder.resolve(name));
    rack.serveAgain();
    isRefused(words);

    Files.delete(folder.resolve(name));
    rack.write(name, new byte[] {1});
    rack.serveAgain();
    publish();
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.PUBLISHED);
  }

  @Test
  void aFileThatIsTakenAwayMeanwhileIsFoundByTheNextSignOfLife() throws Exception {
    Files.delete(folder.resolve("deploy.initrd"));

    long end = System.nanoTime() + Presence.EVERY.multipliedBy(3).toNanos();
    while (rack.book.attendance(DESK).getFirst().lack().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    isRefused("deploy_ramdisk = ", "is missing");
  }

  @Test
  void aHelperThatDoesNotRunIsNamed() {
    rack.server.close();
    isRefused(
        "deploy helper at " + DESK,
        "is not running: start nova-baremetal-deploy-helper, or set deploy_helper = inside",
        "base_url in [deploy:agent]");
  }

  @Test
  void aHelperThatDiedIsMissedAfterAWhile() {
    rack.server.close();
    Duration late = Presence.SILENT;
    rack.book.attend(DESK, new Attendance(rack.now().minus(late).plusSeconds(1), ""));
    publish();
    rack.boot.withdraw(order.deployment());
    rack.book.attend(DESK, new Attendance(rack.now().minus(late), ""));

    assertThatThrownBy(this::publish)
        .hasMessageContaining("was seen last at 2025-12-31T23:59:00Z: start");
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.WITHDRAWN);
  }

  @Test
  void aMachineThatBootsAlreadyIsNotAskedAbout() throws Exception {
    publish();
    try (Machine machine = new Machine(rack.address(), "127.0.0.1")) {
      machine.script();
    }
    rack.server.close();
    publish();

    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
  }
}
