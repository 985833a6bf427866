package org.novabm.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.device.PowerSweep;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Looks at the power of many BMCs, the way the service does; prints rates, CPU time and packets.
 */
@Command(
    name = "bench power",
    description =
        "Sweeps BMCs that run already, cold and warm; prints rates, CPU, times and packets.",
    mixinStandardHelpOptions = true)
public final class PowerBench implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<Long> OURS = List.of(ProcessHandle.current().pid());
  private static final int BURST = 20_000;

  private final Map<Long, Endpoint> bmcs = new HashMap<>();

  @Option(
      names = "--folder",
      required = true,
      description = "of bmcs: addresses, and their password")
  private Path folder = Path.of(".");

  @Option(names = "--pid", required = true, description = "the process of the BMCs")
  private long pid;

  @Option(names = "--suites", defaultValue = "17,3", description = "(${DEFAULT-VALUE})")
  private String suites = "";

  @Option(names = "--width", defaultValue = "512", description = "at a time (${DEFAULT-VALUE})")
  private int width;

  @Option(names = "--sweeps", defaultValue = "5", description = "of each kind (${DEFAULT-VALUE})")
  private int sweeps;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new PowerBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Node> nodes = nodes();
    InstalledBackends backends =
        InstalledBackends.load(
            Files.createTempDirectory("bench"),
            "ipmi",
            "openvswitch",
            this::settings,
            BackendSettings::none);
    TimedPower timed = new TimedPower(backends);
    warmUp(timed, nodes);
    for (int i = 0; i < sweeps; i++) {
      try (Devices devices = devices(timed)) {
        measure("cold", devices, timed, nodes, 1, true);
      }
    }
    long before = heap();
    try (Devices devices = devices(timed)) {
      sweep(devices, nodes);
      sweep(devices, nodes);
      sweep(devices, nodes);
      System.out.printf(
          Locale.ROOT,
          "%d sessions held: %.2f KB of heap each, %d threads%n",
          nodes.size(),
          (heap() - before) / 1024.0 / nodes.size(),
          ManagementFactory.getThreadMXBean().getThreadCount());
      int rounds = Math.max(1, BURST / nodes.size());
      for (int i = 0; i < sweeps; i++) {
        measure("warm", devices, timed, nodes, rounds, false);
      }
    }
    powerOn(timed, nodes);
    return 0;
  }

  private BackendSettings settings(String name) {
    return new BackendSettings(
        "power:" + name, name.equals("ipmi") ? Map.of("cipher_suites", suites) : Map.of());
  }

  /** Without a pause between operations: that is to protect BMCs, and would be measured here. */
  private Devices devices(TimedPower timed) {
    DeviceBudget budget =
        new DeviceBudget(
            Duration.ZERO,
            DeviceBudget.STANDARD.failures(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    return new Devices(
        timed,
        node -> Objects.requireNonNull(bmcs.get(node)),
        SwitchStore.none(),
        budget,
        InstantSource.system());
  }

  private void warmUp(TimedPower timed, List<Node> nodes) throws InterruptedException {
    List<Node> some = nodes.subList(0, Math.min(nodes.size(), 500));
    for (int i = 0; i < 6; i++) {
      try (Devices devices = devices(timed)) {
        for (int j = 0; j < 10; j++) {
          sweep(devices, some);
        }
      }
    }
  }

  private SweepResult sweep(Devices devices, List<Node> nodes) throws InterruptedException {
    SweepResult result = new SweepResult();
    PowerSweep looks = new PowerSweep(devices, PATIENCE, width);
    for (Node node : nodes) {
      looks.begin(node, result);
    }
    looks.awaitAll();
    return result;
  }

  /**
   * The time of those that answer; in a cold sweep that of the farewell too, for the peers log out
   * as well.
   */
  private void measure(
      String kind, Devices devices, TimedPower timed, List<Node> nodes, int rounds, boolean logOut)
      throws IOException, InterruptedException {
    timed.clear();
    long packets = UdpPackets.sent();
    Duration ours = ProcessTimes.cpu(OURS);
    Duration theirs = ProcessTimes.cpu(List.of(pid));
    SweepResult all = new SweepResult();
    for (int i = 0; i < rounds; i++) {
      all.add(sweep(devices, nodes));
    }
    long farewell = System.nanoTime();
    if (logOut) {
      devices.close();
    }
    double seconds = (all.livingNanos() + System.nanoTime() - farewell) / 1e9;
    double operations = (double) nodes.size() * rounds;
    System.out.printf(
        Locale.ROOT,
        "%-5s %6d BMCs: %7.0f/s, all that answer in %6.3f s; CPU %.3f ms each (BMCs %.3f); p50 %.2f ms, p99 %.2f ms; %.2f packets; %d without answer%n",
        kind,
        nodes.size(),
        all.read() / seconds,
        seconds / rounds,
        millis(ProcessTimes.cpu(OURS).minus(ours)) / operations,
        millis(ProcessTimes.cpu(List.of(pid)).minus(theirs)) / operations,
        timed.percentile(50),
        timed.percentile(99),
        (UdpPackets.sent() - packets) / operations,
        all.failed() / rounds);
  }

  private void powerOn(TimedPower timed, List<Node> nodes) throws IOException {
    Node node = nodes.getFirst();
    try (Devices devices = devices(timed)) {
      devices.power(node, PATIENCE, manager -> manager.apply(PowerAction.OFF, PATIENCE));
    }
    long packets = UdpPackets.sent();
    long start = System.nanoTime();
    try (Devices devices = devices(timed)) {
      devices.power(node, PATIENCE, manager -> manager.apply(PowerAction.ON, PATIENCE));
      System.out.printf(
          Locale.ROOT,
          "one power-on, from nothing to confirmed: %.1f ms, ",
          (System.nanoTime() - start) / 1e6);
    }
    System.out.printf("%d packets with log-out%n", UdpPackets.sent() - packets);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private List<Node> nodes() throws IOException {
    Secret password = Secret.of(Files.readString(folder.resolve("password")).strip());
    List<Node> nodes = new ArrayList<>();
    for (String address : Files.readAllLines(folder.resolve("addresses"))) {
      Endpoint bmc = Endpoint.parse(address, "admin", password);
      bmcs.put(nodes.size() + 1L, bmc);
      nodes.add(node(nodes.size() + 1, BmcEndpoint.of(bmc)));
    }
    return nodes;
  }

  private static Node node(long id, BmcEndpoint bmc) {
    return new Node(
        id,
        new UUID(0, id),
        "bench",
        "",
        new Capacity(1, 1024, 10),
        bmc,
        "ipmi",
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
}
