package org.novabm.rack;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.novabm.rack.bridge.BridgeProfile;
import org.novabm.rack.bridge.SimulatedBridge;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "snmp",
    description = {
      "Run a simulated switch with Q-BRIDGE-MIB until interrupted: ports ge1 to ge8 and ag1, community",
      "'write me', SNMPv3 user novabm with 'a pass phrase'. Needs snmpd and python3."
    },
    sortOptions = false)
final class SnmpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = "gets its files; the words in DIR/faults may be changed while it runs")
  private Path folder = Path.of(".");

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:1161",
      description = "where it answers (default: ${DEFAULT-VALUE})")
  private String listen = "";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "behave as hp-gbe or dell-mxl do (default: as none of them)")
  private String profile = "";

  @Option(
      names = "--trait",
      paramLabel = "KEY=VALUE",
      description = {
        "and otherwise so, for example lodger=yes or lingering=yes;",
        "a wrong key is answered with the list of all"
      })
  private List<String> traits = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    BridgeProfile wanted = profile.isEmpty() ? BridgeProfile.plain() : BridgeProfile.named(profile);
    for (String rule : traits) {
      wanted = wanted.with(rule);
    }
    Endpoint at = Endpoint.parse(listen, SimulatedBridge.USER, Secret.EMPTY);
    InetSocketAddress address = new InetSocketAddress(at.address(), at.portOr(1161));
    Path absolute = folder.toAbsolutePath();
    SimulatedBridge bridge = SimulatedBridge.start(absolute, address, wanted);
    // an interrupt of the terminal ends this process without a word to anybody else
    Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
    PrintWriter out = spec.commandLine().getOut();
    out.println("a simulated switch answers at %s:%d".formatted(at.address(), address.getPort()));
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
