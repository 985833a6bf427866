package org.novabm.app.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.device.PowerReading;
import org.novabm.device.PowerSweep;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.FaultRules;
import org.novabm.rack.bmc.FaultShare;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.rack.bmc.Suite;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerState;

/** A sweep of a thousand BMCs, as the service does it, with all that can be wrong with some. */
@Timeout(300)
class ThousandBmcsTest {

  private static final int MANY = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Secret PASSWORD = Secret.of("secret");

  private static final List<FaultShare> FAULTS =
      List.of(
          FaultShare.parse("5%:dead"),
          FaultShare.parse("1%:no-slots"),
          FaultShare.parse("2%:busy"),
          FaultShare.parse("2%:wrong-code"),
          FaultShare.parse("10%:loss=10%,delay=20ms"),
          FaultShare.parse("10%:duplicate=30%,wrong-length=10%,wrong-session=10%"),
          FaultShare.parse("2%:flood"),
          FaultShare.parse("5%:forget=30%"));

  private final BmcFarm farm = BmcFarm.start();
  private final List<SimulatedBmc> bmcs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private Devices devices;

  @BeforeEach
  void start(@TempDir Path plugins) {
    for (int i = 0; i < MANY; i++) {
      bmcs.add(farm.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), plan(i)));
      nodes.add(node(i));
    }
    InstalledBackends backends =
        InstalledBackends.load(plugins, "ipmi", "fake", this::settings, BackendSettings::none);
    devices =
        new Devices(backends, this::open, SwitchStore.none(), unhurried(), InstantSource.system());
  }

  private Endpoint open(long node) {
    return nodes.get((int) node).power().with(PASSWORD);
  }

  private BackendSettings settings(String name) {
    return new BackendSettings(
        "power:" + name,
        name.equals("ipmi")
            ? Map.of("timeout_seconds", "0.2", "longest_timeout_seconds", "1")
            : Map.of());
  }

  /** One failure is enough to be left alone for the rest of the test. */
  private static DeviceBudget unhurried() {
    return new DeviceBudget(
        Duration.ZERO, 1, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
  }

  private static BmcPlan plan(int number) {
    BmcPlan plan =
        BmcPlan.of(BmcAccount.of("admin", PASSWORD), new PlainChassis(state(number)))
            .withFaults(FaultShare.of(FAULTS, number));
    return number % 3 == 0 ? plan.withSuites(Suite.SUITE_3) : plan;
  }

  private static PowerState state(int number) {
    return number % 2 == 0 ? PowerState.ON : PowerState.OFF;
  }

  private Node node(int number) {
    return new Node(
        number,
        new UUID(0, number),
        "host1",
        "",
        new Capacity(1, 1024, 10),
        new BmcEndpoint("127.0.0.1", bmcs.get(number).address().getPort(), "admin"),
        "",
        0,
        Firmware.BIOS,
        null,
        List.of(),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  @AfterEach
  void stop() {
    farm.close();
  }

  private Map<Long, PowerReading> sweep() throws InterruptedException {
    Map<Long, PowerReading> found = new ConcurrentHashMap<>();
    PowerSweep sweep = new PowerSweep(devices, PATIENCE, PowerSweep.USUAL_WIDTH);
    for (Node node : nodes) {
      sweep.begin(node, (one, reading) -> found.put(one.id(), reading));
    }
    sweep.awaitAll();
    return found;
  }

  @Test
  void everyBmcIsReadOrItIsSaidWhyNot() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      Map<Long, PowerReading> found = sweep();
      assertThat(found).hasSize(MANY);
      found.forEach((id, reading) -> check(Math.toIntExact(id), reading));
    }
    devices.close();
    for (int i = 0; i < MANY; i++) {
      if (faults(i).equals(FaultRules.NONE)) {
        assertThat(bmcs.get(i).sessions()).as("sessions of BMC %d", i).isZero();
      }
    }
  }

  private static FaultRules faults(int number) {
    return FaultShare.of(FAULTS, number);
  }

  private static void check(int number, PowerReading reading) {
    FaultRules faults = faults(number);
    if (faults.dead()) {
      assertTrouble(reading, "no answer to Open Session");
    } else if (faults.noSlots()) {
      assertTrouble(reading, "no free session slot");
    } else if (faults.chance(FaultRules.Mishap.BUSY) == 1) {
      assertTrouble(reading, "node busy");
    } else if (faults.chance(FaultRules.Mishap.WRONG_CODE) == 1) {
      assertTrouble(reading, "bad authentication code");
    } else {
      assertThat(reading).as("BMC %d", number).isEqualTo(new PowerReading.Is(state(number)));
    }
  }

  private static void assertTrouble(PowerReading reading, String words) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            PowerReading.Unknown.class,
            unknown -> assertThat(unknown.why()).hasMessageContaining(words));
  }
}
