package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.deploy.DeployOrder;

/** An agent that says that it is done. */
class DoneTest {

  @TempDir private Path folder;
  private Rack rack;
  private Machine machine;
  private DeployOrder order;
  private Machine.Answer orders;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    rack = new Rack(folder, Map.of());
    machine = new Machine(rack.address(), "127.0.0.1");
    order = rack.published();
    orders = machine.welcome();
  }

  @AfterEach
  void close() {
    machine.close();
    rack.close();
  }

  private HttpResponse<byte[]> fetch(String what) throws IOException, InterruptedException {
    return machine.get(orders.get(what), orders.get("session"));
  }

  private HttpResponse<byte[]> post(String what, String form)
      throws IOException, InterruptedException {
    return machine.post("/agent/" + order.deployment() + "/" + what, orders.get("session"), form);
  }

  private void isDisbelieved(HttpResponse<byte[]> answer, String why) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.FAILED);
    assertThat(rack.contact(order).reason())
        .isEqualTo("the agent says that it is done, but " + why);
  }

  @Test
  void doneIsNotBelievedWhenNothingWasSent() throws Exception {
    isDisbelieved(post("done", ""), "it was sent 0 of the image's 100000 bytes");
  }

  @Test
  void doneIsNotBelievedWithoutTheConfigDrive() throws Exception {
    fetch("image");

    int drive = Integer.parseInt(orders.get("config_drive_bytes"));
    isDisbelieved(post("done", ""), "it was sent 0 of the config drive's " + drive + " bytes");
  }

  @Test
  void doneIsBelievedWhenAllWasSentAlsoWhenTheBookWasToldInBetween() throws Exception {
    fetch("image");
    post("progress", "bytes=100000");
    assertThat(Dossier.of(rack.contact(order)).image().isAll(100_000)).isTrue();
    fetch("config_drive");

    assertThat(post("done", "").statusCode()).isEqualTo(200);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void whatWasSentToAnEarlierSessionDoesNotCount() throws Exception {
    fetch("image");
    fetch("config_drive");
    post("progress", "bytes=100000");
    rack.prepare(order);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    orders = machine.welcome();

    isDisbelieved(post("done", ""), "it was sent 0 of the image's 100000 bytes");
  }

  @Test
  void disksThatCannotBeTrimmedAreNamed() throws Exception {
    post("progress", "bytes=0&untrimmed=sda,sdb,%3Cscript%3E");
    post("progress", "bytes=1&untrimmed=sda,sdb");

    assertThat(rack.deployer.progress(order.deployment()).toString())
        .contains(
            "disk sda, sdb cannot be trimmed: what the former tenant wrote there stays on it where the image does not cover it");
    assertThat(rack.contact(order).note()).doesNotContain("script").doesNotContain("; ");
  }

  @Test
  void whatIsSecretIsKeptBackUntilTheSwitchWasAsked() throws Exception {
    rack.prepare(order);
    rack.boot.publishGuarded(order.deployment(), Rack.WINDOW);
    orders = machine.welcome();
    fetch("image");

    assertThat(fetch("config_drive").statusCode()).isEqualTo(503);
    assertThat(post("done", "").statusCode()).isEqualTo(503);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.WRITING);
    rack.boot.confirm(order.deployment());
    rack.boot.confirm(order.deployment());
    assertThat(fetch("config_drive").statusCode()).isEqualTo(200);
    assertThat(post("done", "").statusCode()).isEqualTo(200);
  }
}
