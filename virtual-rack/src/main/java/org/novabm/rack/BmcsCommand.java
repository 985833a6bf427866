package org.novabm.rack;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.BmcProfile;
import org.novabm.rack.bmc.FaultRules;
import org.novabm.rack.bmc.FaultShare;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SerialPort;
import org.novabm.rack.bmc.Suite;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "bmcs",
    description = {
      "Run simulated BMCs until interrupted: IPMI 2.0 over LAN, user admin; every second machine is on,",
      "and its serial line says what is typed.",
      "Their password is read from FOLDER/password, their addresses written to FOLDER/addresses."
    },
    sortOptions = false)
final class BmcsCommand implements Callable<Integer> {

  private static final String USER = "admin";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = "holds password and addresses")
  private Path folder = Path.of(".");

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "how many BMCs (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.1.0.1:623",
      description = "the first; the others have the addresses after it (default: ${DEFAULT-VALUE})")
  private String listen = "";

  @Option(
      names = "--suites",
      paramLabel = "SUITE",
      split = ",",
      description =
          "SUITE_3, SUITE_17: those that are let in (default: the profile's, mostly both)")
  private Set<Suite> suites = EnumSet.noneOf(Suite.class);

  @Option(
      names = "--sessions",
      paramLabel = "N",
      defaultValue = "16",
      description = "sessions that each has at a time (default: ${DEFAULT-VALUE})")
  private int sessions;

  @Option(
      names = "--fault",
      paramLabel = "SHARE:WORDS",
      description = {
        "so many of them are faulty, for example 5%%:dead or 100%%:delay=20ms,loss=1%%;",
        "words: dead lie no-slots delay slow loss duplicate flood wrong-sequence wrong-code wrong-length wrong-session busy forget"
      })
  private List<String> faults = List.of();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "all behave as those of supermicro openbmc zaius asrock fc830 fboss long-log do",
        "(default: as none of them)"
      })
  private String profile = "";

  @Option(
      names = "--trait",
      paramLabel = "KEY=VALUE",
      description = {
        "and otherwise so, for example refused=control:0xD5*2 or product-area=long;",
        "a wrong key is answered with the list of all"
      })
  private List<String> traits = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    BmcProfile kind = kind();
    Secret password = Secret.of(Files.readString(folder.resolve("password")).strip());
    Endpoint first = Endpoint.parse(listen, USER, password);
    List<FaultShare> shares = faults.stream().map(FaultShare::parse).toList();
    try (BmcFarm farm = BmcFarm.start()) {
      List<String> addresses = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        InetSocketAddress at = address(first, number);
        farm.add(at, plan(password, number, kind).withFaults(FaultShare.of(shares, number)));
        addresses.add(at.getAddress().getHostAddress() + ":" + at.getPort());
      }
      tell(addresses);
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private BmcProfile kind() {
    BmcProfile wanted = profile.isEmpty() ? BmcProfile.plain() : BmcProfile.named(profile);
    for (String rule : traits) {
      wanted = wanted.with(rule);
    }
    return wanted;
  }

  private BmcPlan plan(Secret password, int number, BmcProfile kind) {
    PlainChassis chassis = new PlainChassis(number % 2 == 0 ? PowerState.ON : PowerState.OFF);
    return new BmcPlan(
        BmcAccount.of(USER, password),
        0,
        chassis,
        SerialPort.echoing(),
        suites.isEmpty() ? kind.suites() : suites,
        sessions,
        FaultRules.NONE,
        kind);
  }

  private static InetSocketAddress address(Endpoint first, int number) throws IOException {
    byte[] bytes = InetAddress.getByName(first.address()).getAddress();
    int carry = number;
    for (int i = bytes.length - 1; i >= 0; i--) {
      carry += bytes[i] & 0xff;
      bytes[i] = (byte) carry;
      carry >>= 8;
    }
    return new InetSocketAddress(InetAddress.getByAddress(bytes), first.portOr(623));
  }

  /** The file appears whole, for whoever waits for it. */
  private void tell(List<String> addresses) throws IOException {
    Path draft = folder.resolve("addresses.new");
    Files.write(draft, addresses);
    Files.move(draft, folder.resolve("addresses"), StandardCopyOption.ATOMIC_MOVE);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%d simulated BMCs answer, %s to %s"
            .formatted(addresses.size(), addresses.getFirst(), addresses.getLast()));
    out.flush();
  }
}
