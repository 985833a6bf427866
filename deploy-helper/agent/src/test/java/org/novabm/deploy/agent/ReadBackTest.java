package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.deploy.image.CheckedImage;
import org.novabm.deploy.image.Packing;
import org.novabm.spi.deploy.DeployOrder;

/** An agent that is asked what stands on its disk. */
class ReadBackTest {

  @TempDir private Path folder;
  private final byte[] content = new byte[5 << 20];
  private Rack rack;
  private Machine machine;
  private DeployOrder order = Rack.order();
  private Machine.Answer orders = new Machine.Answer(Map.of());

  @BeforeEach
  void open() throws IOException {
    new Random(5).nextBytes(content);
    rack = new Rack(folder, Map.of());
    machine = new Machine(rack.address(), "127.0.0.1");
  }

  @AfterEach
  void close() {
    machine.close();
    rack.close();
  }

  private void fetched(String image) throws IOException, InterruptedException {
    order = Rack.order(image, Map.of());
    rack.prepare(order);
    rack.boot.publish(order.deployment(), Rack.WINDOW);
    orders = machine.welcome("&readback=1&again=1");
    machine.get(orders.get("image"), orders.get("session"));
  }

  private void packed() throws IOException, InterruptedException {
    try (OutputStream to =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("images/packed.img.gz")))) {
      to.write(content);
    }
    fetched("packed");
  }

  private void plain() throws IOException, InterruptedException {
    rack.write("images/plain.img", content);
    fetched("plain");
  }

  private String digestsOf(byte[] disk) throws Exception {
    List<String> digests = new ArrayList<>();
    for (String text : orders.get("readback").split(",", -1)) {
      DiskRange range = DiskRange.parse(text);
      int from = Math.toIntExact(range.offset());
      byte[] part = Arrays.copyOfRange(disk, from, from + Math.toIntExact(range.length()));
      digests.add(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(part)));
    }
    return String.join(",", digests);
  }

  private HttpResponse<byte[]> done(String form) throws IOException, InterruptedException {
    return machine.post("/agent/" + order.deployment() + "/done", orders.get("session"), form);
  }

  private String reason() {
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.FAILED);
    return String.valueOf(rack.contact(order).reason());
  }

  @Test
  void aDiskThatReadsBackRightIsBelieved() throws Exception {
    plain();

    assertThat(done("readback=" + digestsOf(content)).statusCode()).isEqualTo(200);
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void aDiskOfAPackedImageIsComparedUnpacked() throws Exception {
    packed();

    assertThat(done("readback=" + digestsOf(content)).statusCode()).isEqualTo(200);
  }

  @Test
  void aDiskThatReadsBackOtherwiseIsNotBelieved() throws Exception {
    packed();

    assertThat(done("readback=" + digestsOf(new byte[content.length])).statusCode()).isEqualTo(409);
    assertThat(reason()).contains("its disk differs from the image, 1048576 bytes at");
  }

  @Test
  void whoCanReadBackMayNotLeaveItOut() throws Exception {
    plain();

    assertThat(done("").statusCode()).isEqualTo(409);
    assertThat(reason()).contains("did not report the parts of its disk");
  }

  @Test
  void rangesLieInTheImageWhateverItsLength() throws IOException {
    Random random = new Random(3);
    for (long bytes : new long[] {1, 511, 4096, 1 << 20, (1 << 20) + 1, 100L << 20}) {
      Path file = Files.write(folder.resolve("image"), new byte[] {1});
      for (Packing packing : Packing.values()) {
        CheckedImage image = new CheckedImage(packing, bytes, bytes, "0", file);
        for (DiskRange range : new ReadBack(random).ranges(image)) {
          assertThat(range.offset() % 4096).isZero();
          assertThat(range.length()).isPositive();
          assertThat(range.offset() + range.length())
              .isLessThanOrEqualTo(packing == Packing.GZIP ? Math.min(bytes, 32L << 20) : bytes);
        }
      }
    }
  }
}
