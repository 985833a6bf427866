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
import org.novabm.lifecycle.Verb;
import org.novabm.memory.MemoryRecords;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.PowerState;
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
  private final MemoryRecords tasks;
  private final Caller caller;

  InstancesTest(
      @Autowired RecordingDriver driver,
      @Autowired MemoryRecords tasks,
      @LocalServerPort int port) {
    this.driver = driver;
    this.tasks = tasks;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    driver.clear();
    tasks.clear();
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
            "task":"d0000000-0000-4000-8000-000000000001",\
            "href":"/v1/instances/11111111-0000-4000-8000-000000000001"}""");
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
  void passesOnWhatTheFlavorAsksForBeyondSizes() {
    String body =
        """
        {"instance_uuid": "%s", "image": {"id": "a"}, "flavor": {"extra_specs": {%s}}}
        """;
    caller.post("/v1/instances", body.formatted(INSTANCE, "\"trait:CUSTOM_RAID\": \"required\""));
    assertThat(driver.spawned.getFirst().flavor().extraSpecs())
        .isEqualTo(Map.of("trait:CUSTOM_RAID", "required"));
    assertThat(
            caller
                .post("/v1/instances", body.formatted(INSTANCE, "\"trait:CUSTOM_RAID\": \"soon\""))
                .fault("badRequest"))
        .isEqualTo(
            "flavor.extra_specs is wrong: the flavor's extra spec trait:CUSTOM_RAID is 'soon'; it"
                + " is to be required or forbidden");
    assertThat(driver.spawned).hasSize(1);
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
    "reboot, soft, reboot",
    "cancel, , cancel"
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
    assertThat(caller.post(PATH + "/action", "{\"action\": \"repaint\"}").fault("badRequest"))
        .isEqualTo("action must be one of start, stop, reboot, rebuild, cancel");
    assertThat(driver.asked).isEmpty();
  }

  @Test
  void answersWithWhatTheDriverSays() {
    assertThat(caller.delete(PATH).status()).isEqualTo(202);

    driver.answer = new DriverAnswer.Already(RecordingDriver.TASK, "on its way");
    var already = caller.delete(PATH);
    assertThat(already.status()).isEqualTo(200);
    assertThat(already.json().required("note").asString()).isEqualTo("on its way");

    driver.answer = new DriverAnswer.Already(null, "of an old driver");
    assertThat(caller.delete(PATH).json().required("task").isNull()).isTrue();

    driver.answer = new DriverAnswer.UnknownInstance(INSTANCE);
    assertThat(caller.delete(PATH).fault("itemNotFound"))
        .isEqualTo("there is no instance " + INSTANCE);

    driver.answer = new DriverAnswer.NotNow(RecordingDriver.TASK, "it is being written");
    assertThat(caller.delete(PATH).fault("conflictingRequest")).isEqualTo("it is being written");
    assertThat(driver.asked).hasSize(5).allMatch(("destroy " + INSTANCE)::equals);
  }

  @Test
  void aRebuildTakesOverWhatItDoesNotSay() {
    tasks.put(Samples.instance());
    var answer =
        caller.post(
            PATH + "/action", "{\"action\": \"rebuild\", \"image\": {\"id\": \"debian-14\"}}");
    assertThat(answer.status()).isEqualTo(202);
    InstanceRequest old = Samples.request();
    assertThat(driver.rebuilt)
        .containsExactly(
            new InstanceRequest(
                INSTANCE,
                old.name(),
                old.hostname(),
                old.flavor(),
                new ImageRef("debian-14", null, null),
                old.node(),
                old.networks(),
                old.userData(),
                old.publicKeys(),
                old.metadata(),
                old.context()));
  }

  @Test
  void aRebuildChangesWhatItSays() {
    tasks.put(Samples.instance());
    caller.post(
        PATH + "/action",
        """
        {"action": "rebuild", "image": {"id": "debian-14"}, "name": "Web 2",
         "networks": [{"vlan": 102}], "user_data": "aGk=", "public_keys": {}, "metadata": {"a": "b"}}
        """);
    assertThat(driver.rebuilt)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.name()).isEqualTo("Web 2");
              assertThat(it.hostname()).isEqualTo("web-2");
              assertThat(it.networks()).containsExactly(new RequestedNetwork("", 102));
              assertThat(it.userData()).isEqualTo("aGk=");
              assertThat(it.publicKeys()).isEmpty();
              assertThat(it.metadata()).containsExactly(Map.entry("a", "b"));
              assertThat(it.flavor()).isEqualTo(Samples.request().flavor());
              assertThat(it.context()).isEqualTo(Samples.request().context());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"action": "rebuild"} | image is missing
          {"action": "rebuild", "image": {}} | image needs a location or an id, and only one
          {"action": "start", "image": {"id": "a"}} | image belongs to a rebuild; leave it out
          {"action": "stop", "user_data": "aGk="} | user_data belongs to a rebuild; leave it out
          {"action": "rebuild", "image": {"id": "a"}, "flavor": {}} | flavor is not known; known here: action, image, manner, metadata, name, networks, public_keys, user_data
          """)
  void refusesARebuildThatIsNone(String body, String message) {
    tasks.put(Samples.instance());
    assertThat(caller.post(PATH + "/action", body).fault("badRequest")).isEqualTo(message);
    assertThat(driver.asked).isEmpty();
  }

  @Test
  void anInstanceThatIsNotOnRecordIsRebuiltFromWhatIsSaid() {
    caller.post(PATH + "/action", "{\"action\": \"rebuild\", \"image\": {\"id\": \"a\"}}");
    assertThat(driver.rebuilt)
        .singleElement()
        .satisfies(it -> assertThat(it.hostname()).isEqualTo("instance-11111111"));
  }

  @Test
  void whereNothingGoesOnNothingIsCancelled() {
    driver.answer = new DriverAnswer.UnknownInstance(INSTANCE);
    String cancel = "{\"action\": \"cancel\"}";
    assertThat(caller.post(PATH + "/action", cancel).status()).isEqualTo(404);
    driver.answer = new DriverAnswer.NotNow(null, "nothing is being done to the instance");
    assertThat(caller.post(PATH + "/action", cancel).fault("conflictingRequest"))
        .isEqualTo("nothing is being done to the instance");
  }

  @Test
  void showsTheInstanceWithItsTask() {
    assertThat(caller.get(PATH).fault("itemNotFound"))
        .isEqualTo("there is no instance " + INSTANCE);

    tasks.put(Samples.instance().powered(PowerState.ON).launched(Samples.BEGUN.plusSeconds(30)));
    assertThat(caller.get(PATH).body())
        .isEqualTo(
            """
            {"uuid":"11111111-0000-4000-8000-000000000001","name":"instance-00000007",\
            "image":"https://img/i.raw","state":"active","power_state":"on","node_id":1,\
            "created_at":"2026-03-04T05:09:00.000Z","launched_at":"2026-03-04T05:09:30.000Z",\
            "terminated_at":null,"fault":null,"task":null}""");

    UUID id = UUID.randomUUID();
    tasks.put(Samples.task(id, Verb.REBOOT), Samples.claimed(), Samples.waiting());
    var task = caller.get(PATH).json().required("task");
    assertThat(task.required("id").asString()).isEqualTo(id.toString());
    assertThat(task.required("timeline").size()).isEqualTo(2);
  }

  @Test
  void listsInstancesOfWhichSomethingIsLeft() {
    tasks.put(Samples.instance());
    tasks.put(Samples.task(UUID.randomUUID(), Verb.DEPLOY));
    var listed = caller.get("/v1/instances").json().required("instances");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.get(0).required("task").isNull()).isTrue();

    tasks.put(Samples.instance().terminated(Samples.BEGUN.plusSeconds(60)));
    assertThat(caller.get("/v1/instances").json().required("instances").size()).isZero();
    var gone = caller.get("/v1/instances?over=true").json().required("instances").get(0);
    assertThat(gone.required("state").asString()).isEqualTo("deleted");
    assertThat(gone.required("node_id").isNull()).isTrue();
  }
}
