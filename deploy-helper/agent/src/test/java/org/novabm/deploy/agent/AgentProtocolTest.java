package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.deploy.image.ConfigDriveIso;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;

/** What the ramdisk's agent says, and what others say in its place. */
class AgentProtocolTest {

  @TempDir private Path folder;
  private Rack rack;
  private Machine machine;
  private Machine stranger;

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of());
    machine = new Machine(rack.address(), "127.0.0.1");
    stranger = new Machine(rack.address(), "127.0.0.2");
  }

  @AfterEach
  void close() {
    machine.close();
    stranger.close();
    rack.close();
  }

  private static void isForbidden(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(Machine.text(response)).isEqualTo("not expected here\n");
  }

  private void fetchesAll(Machine.Answer orders) throws IOException, InterruptedException {
    String session = orders.get("session");
    assertThat(machine.get(orders.get("image"), session).body()).isEqualTo(rack.image);
    assertThat(machine.get(orders.get("config_drive"), session).statusCode()).isEqualTo(200);
  }

  private DeployProgress progress(DeployOrder order) {
    return rack.deployer.progress(order.deployment());
  }

  @Test
  void a_deployment_from_hello_to_done() throws Exception {
    DeployOrder order = rack.published();
    assertThat(progress(order)).isEqualTo(new DeployProgress.Waiting());

    Machine.Answer orders = machine.welcome();

    String own = rack.address() + "/agent/" + order.deployment();
    String session = orders.get("session");
    byte[] drive = ConfigDriveIso.image(order.configDrive());
    assertThat(orders.lines())
        .containsEntry("deployment", order.deployment().toString())
        .containsEntry("image", own + "/image")
        .containsEntry("packing", "raw")
        .containsEntry("raw_bytes", "100000")
        .containsEntry("raw_sha256", rack.imageSha256())
        .containsEntry("config_drive", own + "/config-drive")
        .containsEntry("config_drive_bytes", Integer.toString(drive.length))
        .containsEntry("next", "poweroff")
        .hasSize(9);
    assertThat(rack.contact(order).sessionDigest()).isEqualTo(OneTimeSecret.digest(session));
    assertThat(progress(order)).isEqualTo(new DeployProgress.Running(0, 100_000));
    assertThat(machine.get(orders.get("image"), session).body()).isEqualTo(rack.image);
    assertThat(machine.get(orders.get("config_drive"), session).body()).isEqualTo(drive);
    assertThat(machine.post(own + "/progress", session, "bytes=50000").statusCode()).isEqualTo(200);
    assertThat(progress(order)).isEqualTo(new DeployProgress.Running(50_000, 100_000));
    assertThat(machine.post(own + "/done", session, "").statusCode()).isEqualTo(200);
    assertThat(machine.post(own + "/done", session, "").statusCode()).isEqualTo(200);
    assertThat(progress(order)).isEqualTo(new DeployProgress.Finished());
    assertThat(machine.get(orders.get("image"), session).statusCode()).isEqualTo(409);
    assertThat(machine.post(own + "/progress", session, "bytes=1").statusCode()).isEqualTo(409);
    assertThat(machine.post(own + "/failed", session, "reason=x").statusCode()).isEqualTo(409);
    rack.boot.withdraw(order.deployment());
    assertThat(progress(order)).isEqualTo(new DeployProgress.Finished());
  }

  @Test
  void a_secret_is_good_once() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();

    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(409);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(409);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.WRITING);
  }

  @Test
  void the_last_four_boot_files_are_good_and_no_older_one() throws Exception {
    rack.published();
    String first = machine.secret();
    String second = machine.secret();
    for (int i = 0; i < 3; i++) {
      machine.secret();
    }

    isForbidden(machine.hello(first, Rack.DISK));
    assertThat(machine.hello(second, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void strangers_are_all_told_the_same() throws Exception {
    isForbidden(machine.hello("0".repeat(64), Rack.DISK));
    DeployOrder order = rack.published();
    isForbidden(machine.hello("0".repeat(64), Rack.DISK));
    String secret = machine.secret();
    isForbidden(machine.hello("0".repeat(64), Rack.DISK));
    isForbidden(stranger.hello("0".repeat(64), Rack.DISK));
    rack.pass(Rack.WINDOW);
    isForbidden(machine.hello(secret, Rack.DISK));
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
  }

  @Test
  void the_address_is_not_asked_for_when_the_operator_says_so() throws Exception {
    try (Rack open = new Rack(folder, Map.of("peer_address_check", "false"));
        Machine here = new Machine(open.address(), "127.0.0.1");
        Machine there = new Machine(open.address(), "127.0.0.2")) {
      open.published();
      assertThat(there.hello(here.secret(), Rack.DISK).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_withdrawn_order_takes_no_secret_and_no_session() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();
    rack.boot.withdraw(order.deployment());
    assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(409);

    rack.prepare(order);
    isForbidden(machine.hello(secret, Rack.DISK));
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    Machine.Answer orders = machine.welcome();
    rack.boot.withdraw(order.deployment());
    assertThat(machine.get(orders.get("image"), orders.get("session")).statusCode()).isEqualTo(409);
    rack.deployer.release(order.deployment());
    isForbidden(machine.get(orders.get("image"), orders.get("session")));
  }

  @Test
  void theDiskThatTheRecordMeansIsNamedToTheAgentAndInTheTimeline() throws Exception {
    DeployOrder order = rack.published();
    Machine.Answer orders = machine.welcome("&disks=sda:134217728,nvme0n1:67108864,sdb:16777216");

    assertThat(orders.get("disk")).isEqualTo("nvme0n1");
    assertThat(rack.deployer.progress(order.deployment()).toString())
        .contains(
            "the image goes to nvme0n1 of 64 MiB, the smallest of 3 disks that holds the 64 MiB on record");
  }

  @Test
  void anAgentThatNamesNoDisksChoosesByItself() throws Exception {
    rack.published();

    assertThat(machine.welcome().lines()).doesNotContainKey("disk");
  }

  @Test
  void aMachineWithoutADiskFailsTheDeploymentAtOnce() throws Exception {
    DeployOrder order = rack.published();

    assertThat(machine.hello(machine.secret(), 0).statusCode()).isEqualTo(413);
    assertThat(rack.contact(order).reason())
        .contains("is not seen by the ramdisk")
        .contains("--flavour generic");
  }

  @Test
  void a_disk_that_is_too_small_fails_the_deployment() throws Exception {
    DeployOrder order = rack.published();
    HttpResponse<byte[]> answer = machine.hello(machine.secret(), 17 << 20);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(progress(order).toString()).contains("17925792 bytes").contains("17 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "config-drive"})
  void nothing_is_fetched_without_the_sessions_secret(String what) throws Exception {
    DeployOrder order = rack.published();
    String path = "/agent/" + order.deployment() + "/" + what;
    isForbidden(machine.get(path, ""));
    Machine.Answer orders = machine.welcome();
    isForbidden(machine.get(path, ""));
    isForbidden(machine.get(path, "0".repeat(64)));
    isForbidden(
        machine.get(
            path.replace(order.deployment().toString(), "00000000-0000-0000-0000-000000000000"),
            orders.get("session")));
    assertThat(machine.get(path, orders.get("session")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"progress", "done", "failed"})
  void nothing_is_reported_without_the_sessions_secret(String what) throws Exception {
    DeployOrder order = rack.published();
    machine.welcome();

    isForbidden(
        machine.post("/agent/" + order.deployment() + "/" + what, "0".repeat(64), "bytes=1"));
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.WRITING);
  }

  @Test
  void a_reason_is_cleaned_and_cut() throws Exception {
    DeployOrder order = rack.published();
    Machine.Answer orders = machine.welcome();
    String path = "/agent/" + order.deployment() + "/failed";

    machine.post(path, orders.get("session"), "reason=disk%0a%1b%5b2Jbroken" + "+x".repeat(1000));

    String reason = String.valueOf(rack.contact(order).reason());
    assertThat(reason).startsWith("disk [2Jbroken x x").hasSize(500);
    assertThat(progress(order)).isEqualTo(new DeployProgress.Failed(reason));
  }

  @Test
  void bodies_are_bounded_and_checked() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();
    assertThat(machine.post("/agent/hello", "", "x=" + "y".repeat(9000)).statusCode())
        .isEqualTo(413);
    assertThat(machine.post("/agent/hello", "", "").statusCode()).isEqualTo(400);
    assertThat(machine.post("/agent/hello", "", "mac=%zz").statusCode()).isEqualTo(400);
    assertThat(
            machine
                .post(
                    "/agent/hello", "", "mac=" + Rack.MAC + "&secret=" + secret + "&disk_bytes=-1")
                .statusCode())
        .isEqualTo(400);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/agent/", "/agent/x/image", "/agent/hello/", "/agent/../boot.ipxe/agent/hello"})
  void unknown_paths_are_not_there(String path) throws Exception {
    assertThat(machine.post(path, "", "").statusCode()).isEqualTo(404);
    assertThat(machine.get("/agent/hello", "").statusCode()).isEqualTo(404);
  }

  @Test
  void the_agent_may_write_past_the_window() throws Exception {
    DeployOrder order = rack.published();
    Machine.Answer orders = machine.welcome();
    rack.pass(Duration.ofHours(3));
    fetchesAll(orders);

    String done = "/agent/" + order.deployment() + "/done";
    assertThat(machine.post(done, orders.get("session"), "").statusCode()).isEqualTo(200);
  }

  @Test
  void an_order_without_a_config_drive_says_so() throws Exception {
    DeployOrder order = Rack.order("user", Map.of());
    rack.prepare(order);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    Machine.Answer orders = machine.welcome();

    assertThat(orders.lines())
        .containsEntry("config_drive", "")
        .containsEntry("config_drive_bytes", "0");
    String path = "/agent/" + order.deployment() + "/config-drive";
    assertThat(machine.get(path, orders.get("session")).statusCode()).isEqualTo(404);
  }
}
