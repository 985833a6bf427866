package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.spi.deploy.DeployOrder;

/** What a machine gets before its ramdisk runs. */
class BootTest {

  private static final String NOTHING = IpxeScript.nothingToDeploy(Rack.MAC).text();

  @TempDir private Path folder;
  private Rack rack;
  private Machine machine;

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of());
    machine = new Machine(rack.address(), "127.0.0.1");
  }

  @AfterEach
  void close() {
    machine.close();
    rack.close();
  }

  @Test
  void the_script_starts_the_ramdisk_with_a_secret_of_its_own() throws Exception {
    DeployOrder order = rack.published();

    String script = machine.script();

    assertThat(script)
        .startsWith("#!ipxe\n")
        .contains(
            " "
                + rack.address()
                + "/files/01-52-54-00-ac-00-01/deploy.vmlinuz initrd=deploy.initrd ")
        .contains(" BOOTIF=01-52-54-00-ac-00-01 console=ttyS0 quiet ")
        .containsPattern(" novabm.api=" + rack.address() + " novabm.secret=[0-9a-f]{64} ")
        .contains(" " + rack.address() + "/files/01-52-54-00-ac-00-01/deploy.initrd ");
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
    assertThat(rack.contact(order).peerAddress()).isEqualTo("127.0.0.1");
    assertThat(rack.contact(order).expires()).isEqualTo(rack.now().plus(Rack.WINDOW));
  }

  /** As lpxelinux.0 and petitboot ask, below whatever prefix they were given. */
  @ParameterizedTest
  @ValueSource(strings = {"/pxelinux.cfg/01-", "/boot/pxelinux.cfg/01-"})
  void pxelinuxAsksByHttpForItsFile(String name) throws Exception {
    String path = name + Rack.MAC.dashed();
    assertThat(machine.get(path, "").statusCode()).isEqualTo(404);
    DeployOrder order = rack.published();

    String config = Machine.text(machine.get(path, ""));

    String files = rack.address() + "/files/01-52-54-00-ac-00-01/deploy.";
    assertThat(config)
        .startsWith("DEFAULT deploy\n")
        .contains("  LINUX " + files + "vmlinuz\n")
        .contains("initrd=" + files + "initrd ");
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
    Matcher secret = Pattern.compile("novabm\\.secret=([0-9a-f]{64})").matcher(config);
    assertThat(secret.find()).isTrue();
    assertThat(machine.hello(secret.group(1), Rack.DISK).statusCode()).isEqualTo(200);
    assertThat(machine.get("/pxelinux.cfg/default", "").statusCode()).isEqualTo(404);
  }

  @Test
  void the_book_keeps_no_secret_but_its_digest() throws Exception {
    DeployOrder order = rack.published();
    String secret = machine.secret();

    assertThat(Dossier.of(rack.contact(order)).secrets())
        .containsExactly(new GivenSecret(OneTimeSecret.digest(secret), "127.0.0.1"));
    assertThat(rack.contact(order).toString()).doesNotContain(secret);
    assertThat(machine.secret()).isNotEqualTo(secret);
  }

  @Test
  void a_machine_without_an_open_order_goes_on_to_its_disk() throws Exception {
    assertThat(machine.script()).isEqualTo(NOTHING);
    DeployOrder order = Rack.order();
    rack.prepare(order);
    assertThat(machine.script()).isEqualTo(NOTHING);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    rack.boot.withdraw(order.deployment());
    assertThat(machine.script()).isEqualTo(NOTHING);
  }

  @Test
  void the_door_closes_by_itself() throws Exception {
    DeployOrder order = rack.published();
    rack.pass(Rack.WINDOW.minusSeconds(1));
    assertThat(machine.script()).contains("novabm.secret");
    rack.pass(java.time.Duration.ofSeconds(1));
    assertThat(machine.script()).isEqualTo(NOTHING);
    assertThat(rack.deployer.progress(order.deployment()).toString())
        .contains("its ramdisk never called")
        .contains("the last it fetched was its boot file, at 2026-01-01T00:09:59Z from 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?mac=", "?mac=52:54:00", "?mac=%zz", "?other=1"})
  void a_bad_address_is_a_bad_request(String query) throws Exception {
    String path = "/boot.ipxe" + query.replace("%zz", "%25zz");

    assertThat(machine.get(path, "").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/boot.ipxe/",
        "/files/",
        "/files/deploy.vmlinuz/",
        "/files/xdeploy.vmlinuz",
        "/files/user.img",
        "/x"
      })
  void unknown_paths_are_not_there(String path) throws Exception {
    rack.published();

    assertThat(machine.get(path, "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/boot/", "/a/b/", "/files/01-52-54-00-ac-00-09/", "/tftp//"})
  void whatBootsIsFoundInAnyFolder(String folder) throws Exception {
    rack.published();
    String under = folder.isEmpty() ? "/" : folder;

    assertThat(machine.get(under + "deploy.vmlinuz", "").body()).containsExactly(1, 2, 3);
    assertThat(machine.get(under + "deploy.initrd", "").body()).hasSize(300_000);
    assertThat(Machine.text(machine.get(under + "boot.ipxe?mac=" + Rack.MAC, "")))
        .contains("novabm.secret=");
  }

  @Test
  void kernel_and_ramdisk_are_served_whole() throws Exception {
    assertThat(machine.get("/files/deploy.vmlinuz", "").body()).containsExactly(1, 2, 3);
    assertThat(machine.get("/files/deploy.initrd", "").body()).isEqualTo(new byte[300_000]);
    java.nio.file.Files.delete(folder.resolve("deploy.initrd"));
    assertThat(machine.get("/files/deploy.initrd", "").statusCode()).isEqualTo(404);
  }
}
