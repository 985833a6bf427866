package org.novabm.api;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.novabm.console.ConsoleLogs;
import org.novabm.console.Consoles;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.driver.Adoption;
import org.novabm.driver.NodeDriver;
import org.novabm.driver.NodeGuard;
import org.novabm.driver.NodeRelease;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryPowerBook;
import org.novabm.memory.MemoryRecords;
import org.novabm.memory.MemorySwitchStore;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.plan.AdoptPlan;
import org.novabm.plan.ManagePlan;
import org.novabm.plan.PowerOnPlan;
import org.novabm.plan.ProvidePlan;
import org.novabm.plan.ReleasePlan;
import org.novabm.spi.Secret;
import org.novabm.task.Plans;
import org.novabm.task.StepCatalogue;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The REST service over stores in memory; no stereotype, or the scan of the API would find it. */
@EnableAutoConfiguration
@Import(ApiConfiguration.class)
class SmallService {

  /** When nodes were written. */
  static final Instant WRITTEN = Instant.parse("2026-03-04T05:06:07.123456Z");

  static final Instant NOW = Instant.parse("2026-03-04T05:10:00Z");

  @Bean
  MemoryNodeStore nodes(MemoryHoldStore holds, MemoryPowerBook power) {
    return new MemoryNodeStore(holds, power, InstantSource.fixed(WRITTEN));
  }

  @Bean
  MemoryPowerBook power() {
    return new MemoryPowerBook();
  }

  @Bean
  MemorySwitchStore switches(MemoryNodeStore nodes) {
    return new MemorySwitchStore(nodes);
  }

  @Bean
  MemoryRecords tasks(MemoryNodeStore nodes) {
    return new MemoryRecords(nodes);
  }

  @Bean
  MemoryServices services() {
    return new MemoryServices();
  }

  @Bean
  StepCatalogue steps() {
    return Samples.steps();
  }

  @Bean
  Plans plans(StepCatalogue steps) {
    return new Plans(
        List.of(
            new ManagePlan(),
            new ProvidePlan(),
            new AdoptPlan(),
            new PowerOnPlan(),
            new ReleasePlan()),
        steps);
  }

  @Bean
  MemoryHoldStore holds() {
    return new MemoryHoldStore(InstantSource.fixed(NOW));
  }

  @Bean
  NodeDriver nodeDriver(
      MemoryNodeStore nodes, MemoryRecords tasks, MemoryHoldStore holds, Plans plans) {
    return new NodeDriver(
        nodes, tasks, tasks, new NodeGuard(holds), plans, InstantSource.fixed(NOW));
  }

  @Bean
  NodeRelease release(
      MemoryNodeStore nodes, MemoryRecords tasks, MemoryHoldStore holds, Plans plans) {
    InstantSource clock = InstantSource.fixed(NOW);
    Adoption adoption = new Adoption(nodes, tasks, "rack1", clock);
    return new NodeRelease(nodes, tasks, tasks, holds, adoption, plans, clock);
  }

  @Bean
  RecordingDriver driver() {
    return new RecordingDriver();
  }

  @Bean
  EchoingMachines machines() {
    return new EchoingMachines();
  }

  @Bean(destroyMethod = "close")
  Devices devices(EchoingMachines machines, MemoryNodeStore nodes) {
    return new Devices(
        machines, nodes, SwitchStore.none(), DeviceBudget.STANDARD, InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  Consoles consoles(MemoryNodeStore nodes, Devices devices) throws IOException {
    return new Consoles(
        nodes, devices, new ConsoleLogs(Files.createTempDirectory("consoles"), 100_000, nodes));
  }

  @Bean
  ServiceIdentity identity() {
    return new ServiceIdentity("rack1", "0.1.0");
  }

  @Bean
  InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Bean
  KnownBackends backends() {
    return new KnownBackends(
        new KnownBackends.Names(Set.of("ipmi", "fake"), Set.of("nova.virt.baremetal.ipmi.IPMI")),
        new KnownBackends.Names(Set.of("openvswitch", "fake"), Set.of()),
        "openvswitch",
        new KnownBackends.Names(Set.of("agent", "fake"), Set.of()),
        new KnownBackends.Names(Set.of("pxe", "fake"), Set.of()));
  }

  @Bean
  EndpointCheck endpoints() {
    return new EndpointCheck() {
      @Override
      public void node(Node node, Secret password) {
        refuse(node.power().address());
      }

      @Override
      public void networkSwitch(NetworkSwitch networkSwitch) {
        refuse(networkSwitch.endpoint().address());
      }
    };
  }

  private static void refuse(String address) {
    if (address.startsWith("several")) {
      throw new IllegalArgumentException("it names several devices");
    }
  }

  @Bean
  SwitchablePeer broker() {
    return new SwitchablePeer();
  }

  /** A broker that is there or not. */
  static final class SwitchablePeer implements PeerCheck {
    volatile boolean there = true;

    @Override
    public String name() {
      return "broker";
    }

    @Override
    public String check() {
      if (!there) {
        throw new IllegalStateException("no answer from 127.0.0.1:5672");
      }
      return "RabbitMQ 4";
    }
  }
}
