package org.novabm.rack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.machine.NodeFolder;
import org.novabm.rack.network.Leg;
import org.novabm.rack.simulated.SimulatedServer;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.power.Firmware;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The machines live in this process; the rack is gone when it ends. */
@Command(
    name = "simulate",
    description = {
      "Run a rack of simulated machines until interrupted: real IPMI and HTTP, no firmware and no kernel.",
      "For where there is no QEMU."
    },
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {

  private static final String USER = "admin";
  private static final long MIB = 1 << 20;

  @Mixin private RackOption rack = new RackOption();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "2",
      description = "how many machines (default: ${DEFAULT-VALUE})")
  private int nodes;

  @Option(
      names = "--disk-mib",
      paramLabel = "MIB",
      defaultValue = "512",
      description = "disk of each machine (default: ${DEFAULT-VALUE})")
  private int diskMib;

  @Option(
      names = "--deploy-url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:10000",
      description = "where machines get boot.ipxe (default: ${DEFAULT-VALUE})")
  private URI deployUrl = URI.create("http://127.0.0.1:10000");

  @Override
  public Integer call() throws IOException, InterruptedException {
    RackFolder folder = new RackFolder(rack.dir().toAbsolutePath().normalize());
    BmcFarm bmcs = BmcFarm.start();
    List<RackNode> machines = new ArrayList<>();
    for (int number = 1; number <= nodes; number++) {
      machines.add(start(bmcs, folder, number));
    }
    RackFile.write(folder, record(machines));
    rack.narrator()
        .say("the simulated rack is up with " + nodes + " node(s); see " + folder.file());
    CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> folder.clear(Logs.KEEP)));
    interrupted.await();
    return 0;
  }

  private RackNode start(BmcFarm bmcs, RackFolder folder, int number) throws IOException {
    NodeFolder files = folder.node(number);
    Files.createDirectories(files.path());
    Files.writeString(files.password(), "secret\n");
    String mac = "52:54:00:ac:00:%02x".formatted(number);
    SimulatedServer server =
        new SimulatedServer(new MacAddress(mac), deployUrl, files.path(), diskMib * MIB);
    SimulatedBmc bmc =
        server.plugIn(
            bmcs,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            USER,
            Secret.of("secret"));
    rack.narrator()
        .say("the BMC of node" + number + " answers at 127.0.0.1:" + bmc.address().getPort());
    return new RackNode(
        "node" + number,
        number,
        mac,
        "127.0.0.1",
        bmc.address().getPort(),
        0,
        0,
        USER,
        files.password().toString(),
        null,
        "port" + number,
        files.consoleLog().toString(),
        Firmware.BIOS,
        1,
        384,
        Math.ceilDiv(diskMib, 1024),
        diskMib);
  }

  private RackRecord record(List<RackNode> machines) {
    return new RackRecord(
        NetworkKind.USER,
        null,
        deployUrl.toString(),
        "127.0.0.1",
        deployUrl.getPort(),
        "fake",
        null,
        Leg.PROVISIONING.vlan().number(),
        Leg.TENANT.vlan().number(),
        Leg.IDLE.number(),
        Accelerator.TCG,
        machines);
  }
}
