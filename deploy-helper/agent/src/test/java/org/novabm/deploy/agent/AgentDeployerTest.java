package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.contract.deploy.DeployerContract;
import org.novabm.spi.contract.deploy.InMemoryJobBook;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.Preparation;

class AgentDeployerTest implements DeployerContract {

  @TempDir private Path folder;
  private Rack rack;

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of());
  }

  @AfterEach
  void close() {
    rack.close();
  }

  @Override
  public Deployer deployer() {
    return rack.deployer;
  }

  @Override
  public RamdiskBoot boot() {
    return rack.boot;
  }

  @Override
  public InMemoryJobBook book() {
    return rack.book;
  }

  @Override
  public DeployOrder order() {
    return Rack.order();
  }

  @Test
  void the_door_is_open_for_its_time_alone() {
    DeployOrder order = order();
    rack.prepare(order);
    assertThat(rack.contact(order).phase()).isEqualTo(AgentContact.Phase.PREPARED);
    assertThat(rack.contact(order).expires()).isNull();
    rack.boot.publish(order.deployment(), WINDOW);
    assertThat(rack.contact(order).phase()).isEqualTo(AgentContact.Phase.PUBLISHED);
    assertThat(rack.contact(order).expires()).isEqualTo(rack.now().plus(WINDOW));
    rack.boot.withdraw(order.deployment());
    assertThat(rack.contact(order).phase()).isEqualTo(AgentContact.Phase.WITHDRAWN);
    assertThat(rack.contact(order).expires()).isNull();
  }

  @Test
  void a_missing_image_is_refused_and_no_order_is_kept() {
    DeployOrder order = Rack.order("absent", Map.of());

    assertThatThrownBy(() -> rack.prepare(order))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("absent");
    assertThat(rack.book.all()).isEmpty();
  }

  @Test
  void preparing_answers_at_once_however_slow_the_source_is() throws IOException {
    try (var mute = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        Rack open = new Rack(folder, Map.of("image_hosts", "127.0.0.1"))) {
      DeployOrder order =
          Rack.order("http://127.0.0.1:" + mute.getLocalPort() + "/image", Map.of());

      assertThat(open.deployer.prepare(order)).isNotInstanceOf(Preparation.Ready.class);
      assertThat(open.book.all()).isEmpty();
      open.deployer.release(order.deployment());
    }
  }

  @Test
  void images_do_not_come_from_this_host_by_default() {
    DeployOrder order = Rack.order("http://127.0.0.1:8774/v1/nodes", Map.of());

    assertThatThrownBy(() -> rack.prepare(order))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("a loopback address")
        .hasMessageContaining("image_hosts");
  }

  @Test
  void an_image_must_leave_room_for_the_config_drive() throws IOException {
    rack.write("images/large.img", new byte[(int) Rack.DISK - (16 << 20)]);

    rack.prepare(Rack.order("large", Map.of()));
    assertThatThrownBy(() -> rack.prepare(Rack.order("large", Map.of("a", new byte[1]))))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("65 MiB with its config drive")
        .hasMessageContaining("64 MiB");
  }

  @Test
  void a_config_drive_that_cannot_be_made_is_refused() {
    DeployOrder order = Rack.order("user", Map.of("a/../b", new byte[1]));

    assertThatThrownBy(() -> rack.prepare(order))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("a/../b");
  }

  @Test
  void a_config_drive_above_its_heap_is_refused() {
    rack.prepare(Rack.order("user", Map.of("user_data", new byte[580 << 10])));
    DeployOrder order = Rack.order("user", Map.of("user_data", new byte[640 << 10]));

    assertThatThrownBy(() -> rack.prepare(order))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("may have 640: give it less user data")
        .hasMessageContaining("config_drives_kib in [deploy:agent]");
  }

  @Test
  void a_machine_that_never_came_has_failed() {
    DeployOrder order = rack.published();
    rack.pass(Rack.WINDOW);

    assertThat(rack.deployer.progress(order.deployment()))
        .isInstanceOfSatisfying(
            DeployProgress.Failed.class,
            failed -> assertThat(failed.reason()).contains("did not ask for its boot file"));
  }
}
