package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.provisioning.ProvisionState;
import org.novabm.spi.deploy.ImageRef;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class InstancesTest {

  private static final UUID INSTANCE = Samples.INSTANCE;
  private static final String PATH = "/v1/instances/" + INSTANCE;
  private static final String SMALL =
      """
      {"instance_uuid": "%s", "name": "Web 1!", "image": {"location": "http://img/i.raw"}}
      """
          .formatted(INSTANCE);

  private final RecordingDriver driver;
  private final MemoryDeployments deployments;
  private final Caller caller;

  InstancesTest(
      @Autowired RecordingDriver driver,
      @Autowired MemoryDeployments deployments,
      @LocalServerPort int port) {
    this.driver = driver;
    this.deployments = deployments;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    driver.clear();
    deployments.clear();
  }

  @Test
  void passesAWholeSpawnOn() {
    String digest = "ab".repeat(32);
    var answer =
        caller.post(
            "/v1/instances",
            """
            {"instance_uuid": "%s", "name": "web1",
             "image": {"id": "debian-13", "sha256": "%s", "format": "raw"},
             "flavor": {"memory_mb": 1024, "vcpus": 2, "root_gb": 10},
             "networks": [{"id": "net-a", "vlan": 101}, {"vlan": 102}],
             "user_data": "I2Nsb3VkLWNvbmZpZw==", "metadata": {"role": "web"},
             "public_keys": {"me": "ssh-ed25519 AAAA me"},
             "node": "22222222-0000-4000-8000-000000000002"}
            """
                .formatted(INSTANCE, digest));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"instance_uuid":"11111111-0000-4000-8000-000000000001",\
            "deployment":"d0000000-0000-4000-8000-000000000001",\
            "href":"/v1/deployments/d0000000-0000-4000-8000-000000000001"}""");
    assertThat(driver.spawned)
        .containsExactly(
            new InstanceRequest(
                INSTANCE,
                "web1",
                "web1",
                new Flavor("", 1024, 2, 10, 0),
                new ImageRef("debian-13", digest, "raw"),
                UUID.fromString("22222222-0000-4000-8000-000000000002"),
                List.of(new RequestedNetwork("net-a", 101), new RequestedNetwork("", 102)),
                "I2Nsb3VkLWNvbmZpZw==",
                Map.of("me", "ssh-ed25519 AAAA me"),
                Map.of("role", "web"),
                RequestContext.NONE));
  }

  @Test
  void makesAHostNameOutOfTheName() {
    caller.post("/v1/instances", SMALL);
    caller.post("/v1/instances", SMALL.replace("\"name\": \"Web 1!\",", ""));
    caller.post("/v1/instances", SMALL.replace("Web 1!", "__"));
    assertThat(driver.spawned)
        .extracting(InstanceRequest::hostname)
        .containsExactly("web-1", "instance-11111111", "instance-11111111");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "http://img/i.raw" | "ftp://img/i.raw" | image.location must begin with http://, https:// or file:/
          "location": "http://img/i.raw" | '' | image needs a location or an id, and only one
          "location": "http://img/i.raw" | "id": "../etc/passwd" | image.id must have letters, digits and . _ - only
          "location": "http://img/i.raw" | "id": "a", "sha256": "ab" | image.sha256 is wrong: 'ab' is not a SHA-256 digest of 64 hexadecimal digits
          "location": "http://img/i.raw" | "id": "a", "sha512": "ab" | image.sha512 is wrong: 'ab' is not a SHA-512 digest of 128 hexadecimal digits
          "name"             | "flavor": {"vcpus": -1}, "name" | flavor.vcpus must be a whole number from 0 to 65536, not -1
          "name"             | "networks": [{"vlan": 4095}], "name" | networks.vlan must be a whole number from 1 to 4094, not 4095
          "name"             | "networks": [{"vlan": "x"}], "name" | networks[0].vlan must be a whole number
          "name"             | "user_data": "A", "name" | user_data must be base64
          "name"             | "node": "n", "name" | node must be a UUID such as 6f70656e-7374-4163-8b00-000000000001
          "name"             | "metadata": {"k": null}, "name" | metadata.k is missing
          "Web 1!"           | ""               | name must not be empty
          "11111111-0000-4000-8000-000000000001" | null | instance_uuid is missing
          """)
  void saysWhichFieldIsWrong(String what, String instead, String message) {
    String body = SMALL.replace(what, instead);
    assertThat(body).isNotEqualTo(SMALL);
    assertThat(caller.post("/v1/instances", body).fault("badRequest")).isEqualTo(message);
    assertThat(driver.spawned).isEmpty();
  }

  @Test
  void refusesUserDataThatNovaWouldRefuse() {
    String body = SMALL.replaceFirst("\\{", "{\"user_data\": \"" + "A".repeat(65_536) + "\",");
    assertThat(caller.post("/v1/instances", body).fault("badRequest"))
        .isEqualTo("user_data must have at most 65535 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "start, , start",
    "stop, , stop",
    "stop, hard, stop hard",
    "reboot, , reboot hard",
    "reboot, soft, reboot"
  })
  void passesActionsOn(String action, @Nullable String manner, String asked) {
    var answer =
        caller.post(
            PATH + "/action",
            manner == null
                ? "{\"action\": \"%s\"}".formatted(action)
                : "{\"action\": \"%s\", \"manner\": \"%s\"}".formatted(action, manner));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(driver.asked).containsExactly(asked + " " + INSTANCE);
  }

  @Test
  void knowsNoOtherManner() {
    assertThat(
            caller
                .post(PATH + "/action", "{\"action\": \"stop\", \"manner\": \"kindly\"}")
                .fault("badRequest"))
        .isEqualTo("manner must be one of soft, hard");
    assertThat(driver.asked).isEmpty();
  }

  @Test
  void knowsNoOtherAction() {
    assertThat(caller.post(PATH + "/action", "{\"action\": \"rebuild\"}").fault("badRequest"))
        .isEqualTo("action must be one of start, stop, reboot");
    assertThat(driver.asked).isEmpty();
  }

  @Test
  void answersWithWhatTheDriverSays() {
    assertThat(caller.delete(PATH).status()).isEqualTo(202);

    driver.answer = new DriverAnswer.Already(RecordingDriver.DEPLOYMENT, "on its way");
    var already = caller.delete(PATH);
    assertThat(already.status()).isEqualTo(200);
    assertThat(already.json().required("note").asString()).isEqualTo("on its way");

    driver.answer = new DriverAnswer.UnknownInstance(INSTANCE);
    assertThat(caller.delete(PATH).fault("itemNotFound"))
        .isEqualTo("there is no instance " + INSTANCE);

    driver.answer = new DriverAnswer.NotNow(RecordingDriver.DEPLOYMENT, "it is being written");
    assertThat(caller.delete(PATH).fault("conflictingRequest")).isEqualTo("it is being written");
    assertThat(driver.asked).hasSize(4).allMatch(("destroy " + INSTANCE)::equals);
  }

  @Test
  void showsTheInstancesDeployment() {
    assertThat(caller.get(PATH).status()).isEqualTo(404);
    deployments.save(Samples.deployment(UUID.randomUUID(), ProvisionState.ACTIVE), null, List.of());
    assertThat(caller.get(PATH).json().required("state").asString()).isEqualTo("active");
  }
}
