package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.deploy.DeployOrder;

/** How far a machine came is told while its deployment waits, and others change nothing of it. */
class BootProgressTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String OWN = "/files/01-52-54-00-ac-00-01/";

  @TempDir private Path folder;
  private Rack rack;
  private Machine machine;
  private Machine stranger;

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of());
    machine = new Machine(rack.address(), "127.0.0.1");
    stranger = new Machine(rack.address(), "127.0.0.66");
  }

  @AfterEach
  void close() {
    machine.close();
    stranger.close();
    rack.close();
  }

  private void awaitPart(DeployOrder order, BootPart part) throws InterruptedException {
    rack.await(order, seen -> isLast(seen, part), SOON);
  }

  private static boolean isLast(AgentContact seen, BootPart part) {
    Heard heard = Dossier.of(seen).heard();
    return heard != null && heard.what() == part;
  }

  private String told(DeployOrder order) {
    return rack.deployer.progress(order.deployment()).toString();
  }

  @Test
  void eachFileThatArrivedWholeIsTold() throws Exception {
    DeployOrder order = rack.published();
    machine.script();
    assertThat(told(order))
        .contains("the last it fetched was its boot file, at 2026-01-01T00:00:00Z from 127.0.0.1");

    rack.pass(Duration.ofSeconds(3));
    machine.get(OWN + "deploy.vmlinuz", "");
    awaitPart(order, BootPart.KERNEL);
    machine.get(OWN + "deploy.initrd", "");
    awaitPart(order, BootPart.RAMDISK);

    assertThat(told(order))
        .contains("the last it fetched was its ramdisk, at 2026-01-01T00:00:03Z from 127.0.0.1");
  }

  @Test
  void whoHasNoBootFileChangesNothing() throws Exception {
    DeployOrder order = rack.published();
    stranger.get(OWN + "deploy.initrd", "");
    machine.script();
    stranger.get(OWN + "deploy.initrd", "");
    machine.get(OWN + "deploy.vmlinuz", "");
    awaitPart(order, BootPart.KERNEL);

    assertThat(told(order)).contains("was its kernel").doesNotContain("127.0.0.66");
  }

  @Test
  void aFileThatIsMissingHereIsToldInTheTimeline() throws Exception {
    DeployOrder order = rack.published();
    machine.script();
    Files.delete(folder.resolve("deploy.vmlinuz"));
    stranger.get(OWN + "deploy.vmlinuz", "");
    assertThat(rack.contact(order).note()).isNull();

    assertThat(machine.get(OWN + "deploy.vmlinuz", "").statusCode()).isEqualTo(404);
    assertThat(told(order))
        .contains("it asked for its kernel, but deploy_kernel = ")
        .contains("deploy.vmlinuz is missing: build it");
  }

  @Test
  void aBootThatAnEarlierReleaseSawIsOfTheBootFile() {
    AgentContact old =
        Contacts.booting(AgentContact.prepared("RAW 1 1 0 /image", 1), Dossier.EMPTY, "127.0.0.1");
    Heard read = Heard.parse("heard 2026-01-01T00:00:00Z".split(" ", -1));

    assertThat(read.what()).isEqualTo(BootPart.BOOT_FILE);
    assertThat(Heard.parse("heard 2026-01-01T00:00:00Z LATER".split(" ", -1))).isEqualTo(read);
    assertThat(Dossier.of(old).heard()).isNull();
  }
}
