package org.novabm.deploy.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A port on loopback that answers {@code /small}, {@code /file} and {@code /echo}. */
final class Shop implements AutoCloseable {

  static final int FILE_BYTES = 16 << 20;

  final HttpPort port;
  private final Path file;
  private final Watch watch;

  Shop(Path folder, HttpBounds bounds, Watch watch) throws IOException {
    this.file = folder.resolve("file");
    this.watch = watch;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(FILE_BYTES);
      sparse.writeBytes("0123456789");
    }
    this.port =
        HttpPort.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), bounds, this::answer);
  }

  /** The standard bounds but for the times. */
  static HttpBounds bounds(Duration request, Duration stall) {
    HttpBounds standard = HttpBounds.STANDARD;
    return new HttpBounds(
        standard.connections(),
        standard.connectionsPerClient(),
        standard.transfers(),
        standard.transfersPerClient(),
        request,
        stall,
        standard.stallBytes(),
        standard.answersAtOnce());
  }

  private Answer answer(Asked asked) {
    try {
      return switch (asked.path()) {
        case "/small" -> new Answer.Text(200, "small\n");
        case "/echo" -> new Answer.Text(200, asked.body().length() + " bytes\n");
        case "/file" -> new Answer.Content(Body.OfFile.open(file), "\"one\"", watch);
        default -> new Answer.Text(404, "nothing here\n");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    return port.port();
  }

  /** An honest caller at an address of its own is served. */
  void servesTheHonest() throws IOException {
    assertThat(Caller.get(number(), "127.0.0.99", "/small"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("\r\n\r\nsmall\n");
  }

  /** All connections and descriptors are given back. */
  void isEmptyAgain(long descriptorsBefore) throws InterruptedException {
    await(() -> port.connections() == 0 && port.transfers() == 0);
    await(() -> descriptors() <= descriptorsBefore);
  }

  static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
      Thread.sleep(10);
    }
  }

  @Override
  public void close() {
    port.close();
  }
}
