package org.novabm.deploy.agent.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the port owes to those who ask rightly. */
class HttpPortTest {

  private static final int MIB = 1 << 20;

  @TempDir private Path folder;
  private final BitSet sent = new BitSet();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private Shop shop;
  private HttpClient client;

  @BeforeEach
  void open() throws IOException {
    Watch counting =
        new Watch() {
          @Override
          public boolean known() {
            return true;
          }

          @Override
          public boolean open() {
            return open.get();
          }

          @Override
          public void sent(long from, long to) {
            synchronized (sent) {
              sent.set((int) from, (int) to);
            }
          }
        };
    shop = new Shop(folder, Shop.bounds(Duration.ofSeconds(20), Duration.ofSeconds(20)), counting);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    shop.close();
  }

  private HttpResponse<byte[]> fetch(String method, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.number() + "/file"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private int sentBytes() {
    synchronized (sent) {
      return sent.cardinality();
    }
  }

  @Test
  void aFileComesWholeAndEveryByteIsToldOf() throws Exception {
    HttpResponse<byte[]> whole = fetch("GET");

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).hasSize(Shop.FILE_BYTES).startsWith("0123456789".getBytes(US_ASCII));
    assertThat(whole.headers().firstValue("transfer-encoding")).isEmpty();
    assertThat(whole.headers().firstValue("etag")).contains("\"one\"");
    assertThat(sentBytes()).isEqualTo(Shop.FILE_BYTES);
  }

  @Test
  void aRangeComesAloneAndIsToldOfAlone() throws Exception {
    HttpResponse<byte[]> range = fetch("GET", "Range", "bytes=3-6");

    assertThat(range.statusCode()).isEqualTo(206);
    assertThat(range.body()).isEqualTo("3456".getBytes(US_ASCII));
    assertThat(range.headers().firstValue("content-range"))
        .contains("bytes 3-6/" + Shop.FILE_BYTES);
    synchronized (sent) {
      assertThat(sent.nextSetBit(0)).isEqualTo(3);
      assertThat(sent.cardinality()).isEqualTo(4);
    }
  }

  @Test
  void theLastBytesMayBeAskedForByTheirNumber() throws Exception {
    assertThat(fetch("GET", "Range", "bytes=-" + MIB).body()).hasSize(MIB);
    assertThat(fetch("GET", "Range", "bytes=" + (Shop.FILE_BYTES - 5) + "-").body()).hasSize(5);
  }

  @Test
  void whatIsBehindTheEndIsNotThere() throws Exception {
    HttpResponse<byte[]> behind = fetch("GET", "Range", "bytes=" + Shop.FILE_BYTES + "-");

    assertThat(behind.statusCode()).isEqualTo(416);
    assertThat(behind.headers().firstValue("content-range")).contains("bytes */" + Shop.FILE_BYTES);
    assertThat(sentBytes()).isZero();
  }

  @Test
  void whoHasItIsToldSo() throws Exception {
    HttpResponse<byte[]> same = fetch("GET", "If-None-Match", "\"other\", W/\"one\"");

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(fetch("GET", "Range", "bytes=0-1", "If-Range", "\"one\"").statusCode())
        .isEqualTo(206);
    assertThat(fetch("GET", "Range", "bytes=0-1", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void headIsGetWithoutTheBytes() throws Exception {
    HttpResponse<byte[]> head = fetch("HEAD");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("content-length"))
        .contains(Integer.toString(Shop.FILE_BYTES));
    assertThat(head.body()).isEmpty();
    assertThat(sentBytes()).isZero();
  }

  @Test
  void oneConnectionServesManyRequestsInTurn() throws Exception {
    try (Caller caller = new Caller(shop.number(), "127.0.0.1")) {
      for (int i = 0; i < 20; i++) {
        caller.say("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
        assertThat(new String(caller.some(17), US_ASCII).startsWith("HTTP/1.1 200 OK\r\n"))
            .isTrue();
        String rest = "";
        while (!rest.endsWith("3 bytes\n")) {
          rest += new String(caller.some(1), US_ASCII);
        }
      }
      assertThat(shop.port.connections()).isOne();
    }
  }

  @Test
  void whatWasNotTakenWasNotSent() throws Exception {
    try (Caller caller = new Caller(shop.number(), "127.0.0.1", 4096)) {
      caller.say("GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
      caller.some(1000);
    }
    Shop.await(() -> shop.port.transfers() == 0);
    // the rest lies in buffers of the system on both sides
    assertThat(sentBytes()).isLessThan(Shop.FILE_BYTES / 2);
  }

  @Test
  void aTransferThatMayNotGoOnIsCut() throws Exception {
    try (Caller caller = new Caller(shop.number(), "127.0.0.1", 4096)) {
      caller.say("GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
      caller.some(1000);
      open.set(false);
      Shop.await(() -> shop.port.transfers() == 0);
      assertThat(caller.everything().length).isLessThan(Shop.FILE_BYTES);
    }
  }

  @Test
  void closingThePortEndsThreadsAndTransfers() throws Exception {
    try (Caller caller = new Caller(shop.number(), "127.0.0.1", 4096)) {
      caller.say("GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
      caller.some(1000);
      shop.close();
      assertThat(caller.everything().length).isLessThan(Shop.FILE_BYTES);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("deploy-http-") && thread.isAlive())
        .filteredOn(thread -> !thread.getName().contains("worker"))
        .isEmpty();
  }
}
