package org.novabm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.novabm.rack.FreePort;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * Moves ports of a real Open vSwitch by OpenFlow, from the request to the proof; then what its own
 * tool takes for the same flows, a process a command and nothing proven.
 */
public final class OpenFlowBench implements AutoCloseable {

  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final int PORTS = 1000;
  private static final int VLANS = 10;
  private static final int TIMES = 41;

  private final DummyOpenVswitch ovs;
  private final SwitchManagerProvider provider;
  private final SwitchManager manager;

  private OpenFlowBench(Path folder, String version) throws IOException {
    this.provider =
        ServiceLoader.load(SwitchManagerProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("openflow"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no switch manager 'openflow' is here"));
    int port = FreePort.tcp();
    provider.configure(
        new BackendSettings("netswitch:openflow", Map.of("listen", "127.0.0.1:" + port)));
    this.ovs =
        DummyOpenVswitch.startSilent(
            folder, IntStream.rangeClosed(1, PORTS).mapToObj(number -> "p" + number).toList());
    ovs.obey("tcp:127.0.0.1:" + port, version);
    this.manager = provider.open(Endpoint.parse("0x" + ovs.datapathId(), "", Secret.EMPTY));
  }

  /**
   * @param arguments a folder for files, with a short path
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("OpenFlow  what                                              ms");
    Path folder = Path.of(arguments[0]);
    try (OpenFlowBench bench = start(folder.resolve("13"), "OpenFlow13")) {
      bench.run("1.3");
      bench.fill();
      bench.peer();
    }
    try (OpenFlowBench bench = start(folder.resolve("10"), "OpenFlow10")) {
      bench.run("1.0");
    }
    System.exit(0);
  }

  private static OpenFlowBench start(Path folder, String version) throws IOException {
    return new OpenFlowBench(Files.createDirectories(folder), version);
  }

  private void run(String version) {
    print(version, "the first move of a process", millis(() -> move(1, access(10))));
    for (int warm = 0; warm < TIMES; warm++) {
      move(1, access(10 + warm % 2));
    }
    print(version, "a port alone on its switch", median());
    double all = millis(() -> moveAll(number -> access(100 + number % 50)));
    print(version, "1,000 ports at once, 50 VLANs", all);
    print(version, "one of 1,000 attached ports", median());
    if (version.equals("1.3")) {
      System.out.printf(
          Locale.ROOT,
          "%-8s  %,d flows on the switch, %,.0f installed and proven a second%n",
          version,
          flows(),
          flows() / all * 1000);
    }
  }

  /** Trunks of ten VLANs on every port: more than ten thousand flows. */
  private void fill() {
    moveAll(number -> new Idle());
    List<VlanId> vlans =
        IntStream.range(0, VLANS).mapToObj(number -> new VlanId(200 + number)).toList();
    double all = millis(() -> moveAll(number -> Trunk.of(null, vlans)));
    long flows = flows();
    print("1.3", "1,000 trunks of ten VLANs at once", all);
    System.out.printf(
        Locale.ROOT,
        "1.3       %,d flows on the switch, %,.0f installed and proven a second%n",
        flows,
        flows / all * 1000);
    print("1.3", "one port among so many flows", median());
    System.gc();
    Runtime memory = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "1.3       %d MiB of heap in use by the controller, nothing kept of the flows%n",
        (memory.totalMemory() - memory.freeMemory()) >> 20);
    double youngest = youngest();
    ovs.reconnect();
    print("1.3", "a reconnect, until a port is read", millis(() -> manager.read(port(1), WITHIN)));
    System.out.printf(
        "1.3       flows made anew by it: %s%n", youngest() > youngest ? "none" : "some");
  }

  private void peer() {
    String vlan = "set_field:4196->vlan_vid";
    double took =
        millis(
            () -> {
              ofctl("del-flows", "in_port=7");
              ofctl(
                  "add-flow",
                  "priority=70,in_port=7,actions=push_vlan:0x8100," + vlan + ",goto_table:1");
              ofctl("add-flow", "table=1,priority=70,dl_vlan=100,actions=pop_vlan,output:7");
            });
    print("1.3", "ovs-ofctl: three commands a port, unproven", took);
  }

  private void ofctl(String command, String flow) {
    ovs.ofctl("-O", "OpenFlow13", command, "BRIDGE", flow);
  }

  private double median() {
    double[] all = new double[TIMES];
    for (int turn = 0; turn < TIMES; turn++) {
      PortMode next = access(10 + turn % 2);
      all[turn] = millis(() -> move(1, next));
    }
    Arrays.sort(all);
    return all[TIMES / 2];
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String version, String what, double millis) {
    System.out.printf(Locale.ROOT, "%-8s  %-44s  %8.1f%n", version, what, millis);
  }

  private void move(int number, PortMode wanted) {
    apply(List.of(new PortChange(port(number), wanted, "")));
  }

  private void moveAll(IntFunction<PortMode> wanted) {
    apply(
        IntStream.rangeClosed(1, PORTS)
            .mapToObj(number -> new PortChange(port(number), wanted.apply(number), ""))
            .toList());
  }

  private void apply(List<PortChange> changes) {
    for (ChangeOutcome outcome : ((BatchChanges) manager).apply(changes, WITHIN).values()) {
      if (outcome instanceof ChangeOutcome.NotMade(var why)) {
        throw why;
      }
    }
  }

  private static PortName port(int number) {
    return new PortName("p" + number);
  }

  private static PortMode access(int vlan) {
    return new Access(new VlanId(vlan));
  }

  private long flows() {
    return ovs.ofctl("-O", "OpenFlow13", "dump-aggregate", "BRIDGE")
        .replaceFirst("(?s).*flow_count=([0-9]+).*", "$1")
        .transform(Long::parseLong);
  }

  /** The age in seconds of the flow that was made last. */
  private double youngest() {
    return ovs.ofctl("-O", "OpenFlow13", "dump-flows", "BRIDGE")
        .lines()
        .filter(line -> line.contains("duration="))
        .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".*duration=([0-9.]+)s.*", "$1")))
        .min()
        .orElse(0);
  }

  @Override
  public void close() {
    manager.close();
    ovs.close();
  }
}
