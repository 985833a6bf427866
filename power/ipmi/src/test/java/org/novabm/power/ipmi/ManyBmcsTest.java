package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

class ManyBmcsTest {

  private static final int BMCS = 4;
  private static final int MANAGERS_EACH = 4;
  private static final int ROUNDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void sixteenManagersOfFourBmcsShareOneSocket(@TempDir Path folder) throws Exception {
    List<IpmiSimulator> simulators = new ArrayList<>();
    try (IpmiPowerProvider provider = new IpmiPowerProvider()) {
      for (int i = 0; i < BMCS; i++) {
        simulators.add(IpmiSimulator.start(folder));
      }
      // every second machine is on, so that a mixed-up answer is seen
      for (int i = 1; i < BMCS; i += 2) {
        switchOn(provider, simulators.get(i));
      }
      assertThat(readByAll(provider, simulators)).hasSize(BMCS * MANAGERS_EACH * ROUNDS);
      assertThat(receivers()).isEqualTo(1);
    } finally {
      simulators.forEach(IpmiSimulator::close);
    }
  }

  private static void switchOn(IpmiPowerProvider provider, IpmiSimulator simulator) {
    try (PowerManager power = provider.open(simulator.endpoint())) {
      power.apply(PowerAction.ON, PATIENCE);
    }
  }

  private static List<PowerState> readByAll(
      IpmiPowerProvider provider, List<IpmiSimulator> simulators) throws Exception {
    List<Future<List<PowerState>>> running = new ArrayList<>();
    List<PowerState> read = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < BMCS * MANAGERS_EACH; i++) {
        IpmiSimulator simulator = simulators.get(i % BMCS);
        PowerState wanted = i % BMCS % 2 == 0 ? PowerState.OFF : PowerState.ON;
        Callable<List<PowerState>> reading = () -> read(provider, simulator, wanted);
        running.add(threads.submit(reading));
      }
      for (Future<List<PowerState>> one : running) {
        read.addAll(one.get());
      }
    }
    return read;
  }

  private static List<PowerState> read(
      IpmiPowerProvider provider, IpmiSimulator simulator, PowerState wanted) throws IOException {
    List<PowerState> states = new ArrayList<>();
    try (PowerManager power = provider.open(simulator.endpoint())) {
      for (int i = 0; i < ROUNDS; i++) {
        states.add(power.state(PATIENCE));
      }
    }
    assertThat(states).containsOnly(wanted);
    assertThat(simulator.power()).isEqualTo(wanted);
    return states;
  }

  private static long receivers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("ipmi-receiver"))
        .count();
  }
}
