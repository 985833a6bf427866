package org.novabm.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.SimulatedJunos;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.network.VlanId;

/**
 * Moves ports of simulated Junos switches, all ports of a switch at once and all switches side by
 * side; prints one line for each number of ports, of switches, and time of a commit.
 */
public final class SwitchBench {

  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final Secret PASSWORD = Secret.of("bench");

  private final Path folder;
  private final SwitchManagerProvider provider;

  private SwitchBench(Path folder) {
    this.folder = folder;
    this.provider =
        ServiceLoader.load(SwitchManagerProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("junos"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no switch manager 'junos' is here"));
    Map<String, String> settings =
        Map.of(
            "known_hosts",
            folder.resolve("known_hosts").toString(),
            "host_key_policy",
            "accept-new");
    provider.configure(new BackendSettings("netswitch:junos", settings));
  }

  /**
   * @param arguments a folder for files, and times of a commit in seconds
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    SwitchBench bench = new SwitchBench(folder);
    System.out.println(
        "commit  switches  ports  wall s  moves/s  commits a switch  of one port's time");
    for (String seconds : List.of(arguments).subList(1, arguments.length)) {
      Duration commit = Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
      double alone = bench.run(commit, 1, 1, 0);
      bench.run(commit, 1, 48, alone);
      bench.run(commit, 1, 480, alone);
      bench.run(commit, 10, 48, alone);
      bench.run(commit, 10, 480, alone);
    }
  }

  /** The wall time in seconds. */
  private double run(Duration commit, int switches, int ports, double alone) throws Exception {
    Files.deleteIfExists(folder.resolve("known_hosts"));
    List<SimulatedJunos> devices = new ArrayList<>();
    try {
      for (int i = 0; i < switches; i++) {
        devices.add(start(commit, Math.ceilDiv(ports, switches)));
      }
      long begun = System.nanoTime();
      moveAll(devices, ports);
      double wall = (System.nanoTime() - begun) / 1e9;
      int most = devices.stream().mapToInt(SimulatedJunos::commits).max().orElse(0);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%4d s  %8d  %5d  %6.2f  %7.1f  %16d  %18s",
              commit.toSeconds(),
              switches,
              ports,
              wall,
              ports / wall,
              most,
              alone == 0 ? "1" : String.format(Locale.ROOT, "%.2f", wall / alone)));
      return wall;
    } finally {
      for (SimulatedJunos device : devices) {
        device.close();
      }
    }
  }

  private static SimulatedJunos start(Duration commit, int ports) throws IOException {
    return SimulatedJunos.start(
        JunosPlan.of(JunosSyntax.ELS, "bench", PASSWORD).withPorts(ports).withCommitTime(commit),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private void moveAll(List<SimulatedJunos> devices, int ports)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < devices.size(); i++) {
        Endpoint endpoint = new Endpoint("127.0.0.1", devices.get(i).port(), "bench", PASSWORD);
        int share = ports / devices.size() + (i < ports % devices.size() ? 1 : 0);
        running.add(threads.submit(() -> moveAll(endpoint, share)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private void moveAll(Endpoint endpoint, int ports) {
    List<PortChange> changes =
        IntStream.range(0, ports)
            .mapToObj(
                i ->
                    new PortChange(
                        new PortName("ge-0/0/" + i),
                        new Access(new VlanId(100 + i % 50)),
                        "bench " + i))
            .toList();
    try (SwitchManager manager = provider.open(endpoint)) {
      Map<PortName, ChangeOutcome> outcomes = ((BatchChanges) manager).apply(changes, WITHIN);
      for (ChangeOutcome outcome : outcomes.values()) {
        if (outcome instanceof ChangeOutcome.NotMade(var why)) {
          throw why;
        }
      }
    }
  }
}
