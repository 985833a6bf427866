package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.machine.Bmc;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Requirement;
import org.novabm.spi.power.Firmware;

/** The rack that needs no rights. */
@Tag("qemu")
class UserRackQemuTest {

  private static final Duration BOOT = Duration.ofMinutes(2);

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  @TempDir private Path folder;
  private HttpServer server = start();

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void serve() {
    List<Requirement> missing = Requirement.missing(Bmc.requirements(List.of(Firmware.BIOS)));
    assumeTrue(missing.isEmpty(), () -> "not installed: " + missing);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    if (Files.exists(new RackFolder(folder).file())) {
      Rack.open(folder, Narrator.SILENT).down(Logs.DELETE);
    }
  }

  @Test
  void aNodeFetchesItsBootScriptFromTheHost() throws InterruptedException {
    RackPlan plan =
        RackPlan.of(folder, NetworkKind.USER, List.of(Firmware.BIOS))
            .withAccelerator(Accelerator.TCG)
            .withDeployUrl("http://10.0.2.2:" + server.getAddress().getPort());
    Rack rack = Rack.up(plan, Narrator.SILENT);
    assertThat(rack.execPrefix()).isEmpty();

    rack.ipmitool(1, "chassis", "bootdev", "pxe").output();
    rack.ipmitool(1, "power", "on").output();

    assertThat(asked.poll(BOOT.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo("/boot.ipxe?mac=52%3A54%3A00%3Aac%3A00%3A01");
    rack.down(Logs.DELETE);
    assertThat(folder).isEmptyDirectory();
  }
}
