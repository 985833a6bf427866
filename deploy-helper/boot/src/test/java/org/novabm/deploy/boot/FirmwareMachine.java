package org.novabm.deploy.boot;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A QEMU machine with a BIOS and the iPXE of its network card. It boots from the network first, by
 * files of ours over HTTP, then from a disk that says so on the serial port. Needs no root.
 */
final class FirmwareMachine implements AutoCloseable {

  static final String DISK_GREETING = "DISK BOOTED";

  private static final String QEMU = "/usr/bin/qemu-system-x86_64";

  private final HttpServer files;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Path folder;

  FirmwareMachine(Path folder) throws IOException {
    Assumptions.assumeTrue(
        new File(QEMU).canExecute(), "QEMU is not installed (Debian package qemu-system-x86)");
    this.folder = folder;
    files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** A URL as the machine sees it: the gateway of QEMU's own network is this host. */
  String url(String path) {
    return "http://10.0.2.2:" + files.getAddress().getPort() + path;
  }

  /** Runs until the disk has booted; answers the paths asked for before that. */
  List<String> bootUntilDisk(Map<String, byte[]> served) throws IOException {
    files.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          byte[] body = served.getOrDefault(path, new byte[0]);
          exchange.sendResponseHeaders(served.containsKey(path) ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    files.start();
    Process machine = start();
    try {
      CompletableFuture<Boolean> greeted =
          CompletableFuture.supplyAsync(
              () -> machine.inputReader().lines().anyMatch(line -> line.contains(DISK_GREETING)),
              task -> Thread.ofVirtual().start(task));
      if (!greeted.orTimeout(300, TimeUnit.SECONDS).join()) {
        throw new IllegalStateException(
            "QEMU has ended: " + Files.readString(folder.resolve("qemu.err")));
      }
      return List.copyOf(asked);
    } finally {
      machine.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    Path disk = Files.write(folder.resolve("disk.img"), bootSector());
    String network = "user,id=n0,bootfile=" + url("/boot.ipxe");
    String drive = "if=none,id=d0,format=raw,file=" + disk;
    return new ProcessBuilder(
            List.of(
                QEMU,
                "-M",
                "pc",
                "-m",
                "256",
                "-display",
                "none",
                "-serial",
                "stdio",
                "-netdev",
                network,
                "-device",
                "virtio-net-pci,netdev=n0,bootindex=1",
                "-drive",
                drive,
                "-device",
                "virtio-blk-pci,drive=d0,bootindex=2"))
        .redirectError(folder.resolve("qemu.err").toFile())
        .start();
  }

  /** 16-bit code that writes the text behind it to COM1 and halts. */
  private static byte[] bootSector() {
    byte[] code = {
      0x31,
      (byte) 0xc0, // xor ax, ax
      (byte) 0x8e,
      (byte) 0xd8, // mov ds, ax
      (byte) 0xbe,
      0x13,
      0x7c, // mov si, 0x7c00 + length of the code
      (byte) 0xac, // next: lodsb
      (byte) 0x84,
      (byte) 0xc0, // test al, al
      0x74,
      0x06, // jz end
      (byte) 0xba,
      (byte) 0xf8,
      0x03, // mov dx, 0x3f8
      (byte) 0xee, // out dx, al
      (byte) 0xeb,
      (byte) 0xf5, // jmp next
      (byte) 0xf4, // end: hlt
      (byte) 0xeb,
      (byte) 0xfd // jmp end
    };
    byte[] text = ("\r\n" + DISK_GREETING + "\r\n\0").getBytes(StandardCharsets.US_ASCII);
    byte[] disk = Arrays.copyOf(code, 1 << 20);
    System.arraycopy(text, 0, disk, code.length, text.length);
    disk[510] = 0x55;
    disk[511] = (byte) 0xaa;
    return disk;
  }

  @Override
  public void close() {
    files.stop(0);
  }
}
