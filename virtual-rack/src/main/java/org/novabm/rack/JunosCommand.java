package org.novabm.rack;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.junos.Backplane;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.JunosTrait;
import org.novabm.rack.junos.SimulatedJunos;
import org.novabm.rack.network.JunosFolder;
import org.novabm.rack.network.JunosFront;
import org.novabm.rack.network.TapPorts;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "junos",
    description = {
      "Run a simulated Junos switch until interrupted: NETCONF over SSH, user admin.",
      "Its password is read from FOLDER/password, its host key written to FOLDER/known_hosts."
    },
    sortOptions = false)
final class JunosCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = "holds password and known_hosts")
  private Path folder = Path.of(".");

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:8300",
      description = "where it listens (default: ${DEFAULT-VALUE})")
  private String listen = "";

  @Option(
      names = "--ports",
      paramLabel = "N",
      defaultValue = "48",
      description = "ge-0/0/0 and up (default: ${DEFAULT-VALUE})")
  private int ports;

  @Option(
      names = "--syntax",
      paramLabel = "els|older",
      defaultValue = "els",
      description = "how it writes layer 2 down (default: ${DEFAULT-VALUE})")
  private JunosSyntax syntax = JunosSyntax.ELS;

  @Option(
      names = "--trait",
      split = ",",
      paramLabel = "details|listed|sha1",
      description = {
        "what it has of its own: details, the newer request for ports that forward and not the",
        "older; listed, ports that are listed at their VLAN; sha1, SSH with SHA-1 and no other"
      })
  private Set<JunosTrait> traits = EnumSet.noneOf(JunosTrait.class);

  @Option(
      names = "--commit-seconds",
      paramLabel = "S",
      defaultValue = "1",
      description = "how long a commit takes (default: ${DEFAULT-VALUE})")
  private double commitSeconds;

  @Option(
      names = "--openvswitch",
      paramLabel = "SOCKET",
      description = "database of an Open vSwitch whose tap3 is to do what ge-0/0/3 does")
  private @Nullable Path openVswitch;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JunosFolder files = new JunosFolder(folder);
    Secret password = Secret.of(Files.readString(files.password()).strip());
    JunosPlan plan =
        JunosPlan.of(syntax, JunosFront.USER, password)
            .withPorts(ports)
            .with(traits)
            .withCommitTime(Duration.ofMillis(Math.round(commitSeconds * 1000)));
    Endpoint at = Endpoint.parse(listen, "", Secret.EMPTY);
    Backplane backplane = openVswitch == null ? Backplane.NONE : new TapPorts(openVswitch);
    try (SimulatedJunos junos =
        SimulatedJunos.start(plan, new InetSocketAddress(at.address(), at.portOr(0)), backplane)) {
      tell(files, at, junos);
      new CountDownLatch(1).await();
    }
    return 0;
  }

  /** The file appears whole, for whoever waits for it. */
  private void tell(JunosFolder files, Endpoint at, SimulatedJunos junos) throws IOException {
    String name = "[" + at.address() + "]:" + junos.port();
    if (junos.port() == 22) {
      name = at.address();
    }
    Path draft = files.path().resolve("known_hosts.new");
    Files.writeString(draft, name + " " + junos.hostKey() + "\n");
    Files.move(draft, files.knownHosts(), StandardCopyOption.ATOMIC_MOVE);
    PrintWriter out = spec.commandLine().getOut();
    out.println("a simulated Junos listens at " + at.address() + ":" + junos.port());
    out.flush();
  }
}
