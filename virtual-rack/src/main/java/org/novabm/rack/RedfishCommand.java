package org.novabm.rack;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.novabm.rack.redfish.Certificate;
import org.novabm.rack.redfish.RedfishProfile;
import org.novabm.rack.redfish.SimulatedRedfish;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "redfish",
    description = {
      "Run a simulated Redfish BMC until interrupted: user admin, password secret.",
      "Its certificate is written to FOLDER/bmc.pem."
    },
    sortOptions = false)
final class RedfishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = "gets key and certificate")
  private Path folder = Path.of(".");

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:8443",
      description = "port 0 is a free one (default: ${DEFAULT-VALUE})")
  private String listen = "";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "behave as idrac7 idrac8 idrac9 idrac10 ilo4 ilo5 ilo6 smc-x10 smc-x11 smc-x12 smc-x13",
        "megarac xcc openbmc do (default: as none of them)"
      })
  private String profile = "";

  @Option(
      names = "--trait",
      paramLabel = "KEY=VALUE",
      description = {
        "and otherwise so, for example 'busy-login=full 503' or already=409;",
        "a wrong key is answered with the list of all"
      })
  private List<String> rules = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RedfishProfile wanted =
        profile.isEmpty() ? RedfishProfile.plain() : RedfishProfile.named(profile);
    for (String rule : rules) {
      wanted = wanted.with(rule);
    }
    Endpoint at = Endpoint.parse(listen, SimulatedRedfish.USER, Secret.of("unused"));
    InetSocketAddress address = new InetSocketAddress(at.address(), at.portOr(8443));
    try (SimulatedRedfish bmc = SimulatedRedfish.start(Certificate.make(folder), wanted, address)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("a simulated BMC answers at %s:%d".formatted(at.address(), bmc.port()));
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
