package org.novabm.contract.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.Firmware;
import org.novabm.task.Plan;
import org.novabm.task.PlannedStep;
import org.novabm.task.StepCall;
import org.novabm.task.Task;
import org.novabm.task.Writes;

/** Things to store. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Samples() {}

  public static MacAddress mac() {
    int number = COUNT.incrementAndGet();
    return new MacAddress(
        "52:54:00:%02x:%02x:%02x".formatted(number >> 16 & 255, number >> 8 & 255, number & 255));
  }

  public static Node node() {
    return node(new Capacity(8, 16384, 100), mac());
  }

  public static Node node(Capacity capacity, MacAddress... macs) {
    return new Node(
        0,
        UUID.randomUUID(),
        "compute1",
        "192.0.2.7",
        capacity,
        new BmcEndpoint("10.0.0.7", 6230 + COUNT.get(), "admin"),
        "ipmi",
        8023,
        Firmware.UEFI,
        null,
        List.of(macs).stream().map(NodeInterface::of).toList(),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  /** Of the BMC of a node that has one. */
  public static final Secret PASSWORD = Secret.of("bmc password");

  public static Occupant occupant() {
    return new Occupant(UUID.randomUUID(), "instance-00000007");
  }

  public static InstanceRequest request(UUID instance) {
    return new InstanceRequest(
        instance,
        "instance-00000007",
        "web",
        new Flavor("m1", 2048, 1, 20, 0),
        new ImageRef(
            "https://images.example/a.qcow2?signature=image+signature",
            "a".repeat(64),
            "qcow2",
            "b".repeat(128),
            "c".repeat(32)),
        null,
        List.of(new RequestedNetwork("net1", 100), new RequestedNetwork("net2", null)),
        "dXNlciBkYXRhIHNlY3JldA==",
        Map.of("mine", "ssh-ed25519 AAAA me"),
        Map.of("role", "web"),
        new RequestContext("req-1", "project", "user"));
  }

  /** Two steps, the first of which is taken back by a third. */
  public static final Plan PLAN =
      new Plan(
          List.of(
              new PlannedStep(
                  StepCall.of("claim"), StepCall.of("release"), PlannedStep.OnFailure.UNDO),
              new PlannedStep(
                  new StepCall("power", Map.of("to", "on")),
                  null,
                  PlannedStep.OnFailure.ANOTHER_NODE)),
          List.of());

  /** The same on its way back. */
  public static final Plan TURNED = new Plan(PLAN.steps(), List.of(StepCall.of("release")));

  public static Writes spawn() {
    return spawn(UUID.randomUUID(), NOW);
  }

  /** What a spawn puts on record. */
  public static Writes spawn(UUID instance, Instant created) {
    UUID id = UUID.randomUUID();
    Task.Head head = new Task.Head(id, Verb.DEPLOY, ProvisionState.AVAILABLE, instance, created);
    return Writes.of(Task.begin(head, PLAN, null))
        .with(Instance.begin(request(instance), id, created));
  }
}
