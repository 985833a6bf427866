package org.novabm.store.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.provisioning.Deployment;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.Firmware;

/** Things to store. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Samples() {}

  static MacAddress mac() {
    int number = COUNT.incrementAndGet();
    return new MacAddress(
        "52:54:00:%02x:%02x:%02x".formatted(number >> 16 & 255, number >> 8 & 255, number & 255));
  }

  static Node node() {
    return node(new Capacity(8, 16384, 100), mac());
  }

  static Node node(Capacity capacity, MacAddress... macs) {
    return new Node(
        0,
        UUID.randomUUID(),
        "compute1",
        "192.0.2.7",
        capacity,
        new Endpoint("10.0.0.7", 6230 + COUNT.get(), "admin", Secret.of("bmc password")),
        "ipmi",
        8023,
        Firmware.UEFI,
        null,
        List.of(macs).stream().map(NodeInterface::of).toList(),
        null,
        null,
        null,
        0);
  }

  static Occupant occupant() {
    return new Occupant(UUID.randomUUID(), "instance-00000007");
  }

  static InstanceRequest request(UUID instance) {
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

  static Deployment deployment() {
    return deployment(UUID.randomUUID(), NOW);
  }

  static Deployment deployment(UUID instance, Instant created) {
    return Deployment.begin(UUID.randomUUID(), request(instance), created);
  }
}
