package org.novabm.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.task.Cursor;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.Plan;
import org.novabm.task.PlannedStep;
import org.novabm.task.Progress;
import org.novabm.task.Standing;
import org.novabm.task.Standing.Outcome;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepRecord;
import org.novabm.task.StepRecord.Status;
import org.novabm.task.Task;

/** Things the tests put into the stores. */
final class Samples {

  static final String PASSWORD = "hunter2-of-the-BMC";
  static final UUID INSTANCE = UUID.fromString("11111111-0000-4000-8000-000000000001");
  static final Instant BEGUN = Instant.parse("2026-03-04T05:09:00Z");

  private Samples() {}

  /** With a BMC of its own: 10.1.0.7 where the MAC address ends with 01, and so on. */
  static String node(String mac) {
    int bmc = 6 + Integer.parseInt(mac.substring(mac.lastIndexOf(':') + 1), 16);
    return """
        {"address": "10.0.0.7", "mac": "%s", "cpus": 8, "memory_mb": 16384, "local_gb": 500,
         "power": {"address": "10.1.0.%d:6230", "user": "root", "password": "%s"}}
        """
        .formatted(mac, bmc, PASSWORD);
  }

  static String legacyNode(String mac) {
    return """
        {"node": {"service_host": "rack1", "cpus": 8, "memory_mb": 16384, "local_gb": 500,
         "pm_address": "10.1.0.7", "pm_user": "root", "pm_password": "%s",
         "terminal_port": 8001, "prov_mac_address": "%s", "a_column_of_old": 7}}
        """
        .formatted(PASSWORD, mac);
  }

  static String aSwitch(String address) {
    return """
        {"address": "%s", "port": 6640, "user": "admin", "password": "%s", "driver": "openvswitch",
         "description": "rack 1, top"}
        """
        .formatted(address, PASSWORD);
  }

  /** Its image's address and its other parts hold what must not be shown. */
  static InstanceRequest request() {
    return new InstanceRequest(
        INSTANCE,
        "instance-00000007",
        "web1",
        new Flavor("small", 1024, 1, 10, 0),
        new ImageRef("https://me:" + PASSWORD + "@img/i.raw?sig=" + PASSWORD, null, "raw"),
        UUID.fromString("22222222-0000-4000-8000-000000000002"),
        List.of(new RequestedNetwork("net-a", 101)),
        PASSWORD,
        Map.of("me", PASSWORD),
        Map.of("key", PASSWORD),
        new RequestContext("req-1", "a project", "a user"));
  }

  static Instance instance() {
    return Instance.begin(request(), UUID.randomUUID(), BEGUN).on(1L);
  }

  /** At its second step. */
  static Task task(UUID id, Verb verb) {
    return taskAt(id, verb, "wait_call_back");
  }

  static Task taskAt(UUID id, String step) {
    return taskAt(id, Verb.DEPLOY, step);
  }

  private static Task taskAt(UUID id, Verb verb, String step) {
    Plan plan = new Plan(List.of(PlannedStep.step("claim"), PlannedStep.step(step)), List.of());
    Cursor at = new Cursor(Direction.FORWARD, 1, 1, 2, 3, BEGUN.plusSeconds(2));
    return new Task(head(id, verb), plan, at, Standing.of(1L), 1);
  }

  /** The first step is being undone. */
  static Task back(UUID id) {
    Plan plan = new Plan(List.of(PlannedStep.step("claim")), List.of(StepCall.of("release")));
    Cursor at = new Cursor(Direction.BACK, 0, 0, 2, 1, BEGUN.plusSeconds(2));
    return new Task(head(id, Verb.DEPLOY), plan, at, Standing.of(1L), 1);
  }

  static Task ended(UUID id, Verb verb, Outcome outcome, @Nullable String reason) {
    Plan plan = new Plan(List.of(PlannedStep.step("claim")), List.of());
    Cursor end = new Cursor(Direction.FORWARD, 1, 0, 2, 1, BEGUN.plusSeconds(2));
    boolean held = outcome == Outcome.HELD;
    Standing standing = new Standing(1L, List.of(), null, held, reason, outcome);
    return new Task(head(id, verb), plan, end, standing, 2);
  }

  private static Task.Head head(UUID id, Verb verb) {
    return new Task.Head(id, verb, ProvisionState.AVAILABLE, INSTANCE, BEGUN);
  }

  /** The steps of these. */
  static StepCatalogue steps() {
    return new StepCatalogue(
        List.of(
            new SayingStep("verify_bmc", "try the BMC"),
            new SayingStep("power", "power"),
            new SayingStep("network", "network"),
            new SayingStep("boot_device", "boot device"),
            new SayingStep("claim", "claim a node"),
            new SayingStep("release", "release the node"),
            new SayingStep("occupy", "put the instance on the node"),
            new SayingStep("clean_up_ramdisk", "withdraw the boot files"),
            new SayingStep("forget_order", "forget the order"),
            new SayingStep("wait_call_back", "wait for the agent's call")));
  }

  static StepRecord claimed() {
    return new StepRecord(
        1,
        "claim",
        "claim a node",
        Status.DONE,
        1,
        BEGUN,
        BEGUN.plusMillis(12),
        "node 1 of 3 that fit",
        null);
  }

  static StepRecord waiting() {
    return new StepRecord(
        2,
        "wait_call_back",
        "wait for the agent's call",
        Status.WAITING,
        3,
        BEGUN.plusSeconds(2),
        null,
        "no call",
        new Progress(7, 0, "calls"));
  }
}
