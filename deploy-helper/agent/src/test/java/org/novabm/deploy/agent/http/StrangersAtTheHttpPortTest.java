package org.novabm.deploy.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers cannot do, all of them together neither. */
class StrangersAtTheHttpPortTest {

  private static final String FILE = "GET /file HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final List<Caller> callers = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (Caller caller : callers) {
      caller.close();
    }
  }

  private Caller caller(Shop shop, String address) throws IOException {
    Caller caller = new Caller(shop.number(), address, 4096);
    callers.add(caller);
    return caller;
  }

  /** From one address as from thousands. */
  @ParameterizedTest
  @CsvSource({"1", "2000"})
  void honestRequestsAreServedWhileFourThousandOthersDrip(int addresses) throws Exception {
    long before = Shop.descriptors();
    try (Shop shop = new Shop(folder, HttpBounds.STANDARD, Watch.NOBODY)) {
      try (Crowd crowd = new Crowd(shop.number(), 4000, addresses)) {
        Shop.await(() -> crowd.opened() >= 4000);
        for (int i = 0; i < 30; i++) {
          shop.servesTheHonest();
        }
        assertThat(shop.port.connections())
            .isLessThanOrEqualTo(HttpBounds.STANDARD.mostConnections() + 16);
      }
      shop.servesTheHonest();
      shop.isEmptyAgain(before + 20);
    }
  }

  @Test
  void readersThatTakeNothingHoldNoHeapAndNoPlaceOfAnother() throws Exception {
    try (Shop shop = new Shop(folder, Shop.bounds(LONG, LONG), Watch.NOBODY)) {
      shop.servesTheHonest();
      long before = usedHeap();
      for (int i = 0; i < 720; i++) {
        caller(shop, "127.2.0." + (1 + i % 48)).say(FILE);
      }
      Shop.await(() -> shop.port.transfers() == HttpBounds.STANDARD.transfers());
      assertThat(usedHeap() - before).isLessThan(8 << 20);
      shop.servesTheHonest();
      Shop.await(() -> honestFileIsWhole(shop));
    }
  }

  /** As soon as the slow ones are a second old, the slowest gives way. */
  private static boolean honestFileIsWhole(Shop shop) {
    try {
      return Caller.get(shop.number(), "127.0.0.98", "/file").length() > Shop.FILE_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void oneAddressHasItsShareOfTransfersAndIsToldToComeAgain() throws Exception {
    try (Shop shop = new Shop(folder, Shop.bounds(LONG, LONG), Watch.NOBODY)) {
      for (int i = 0; i < HttpBounds.STANDARD.transfersPerClient(); i++) {
        caller(shop, "127.0.0.2").say(FILE);
      }
      Shop.await(() -> shop.port.transfers() == HttpBounds.STANDARD.transfersPerClient());
      assertThat(Caller.get(shop.number(), "127.0.0.2", "/file"))
          .startsWith("HTTP/1.1 503 ")
          .containsIgnoringCase("\r\nretry-after: 5\r\n");
      assertThat(honestFileIsWhole(shop)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'GET /small HTTP/1.1\r\nX: '",
    "'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\nmac='",
    "'POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n'"
  })
  void aRequestHasADeadlineHoweverItDrips(String beginning) throws Exception {
    try (Shop shop = new Shop(folder, Shop.bounds(Duration.ofMillis(700), LONG), Watch.NOBODY)) {
      Caller caller = caller(shop, "127.0.0.2");
      caller.say(beginning);
      Thread dripping = Thread.startVirtualThread(() -> drip(caller, beginning.isEmpty()));
      assertThat(caller.everything()).isEmpty();
      dripping.interrupt();
      dripping.join();
      shop.servesTheHonest();
    }
  }

  private static void drip(Caller caller, boolean silent) {
    try {
      while (!silent) {
        caller.say("1");
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aReaderThatTakesNothingIsCut() throws Exception {
    long before = Shop.descriptors();
    try (Shop shop = new Shop(folder, Shop.bounds(LONG, Duration.ofMillis(700)), Watch.NOBODY)) {
      Caller caller = caller(shop, "127.0.0.2");
      caller.say(FILE);
      Shop.await(() -> shop.port.transfers() == 1);
      Shop.await(() -> shop.port.transfers() == 0 && shop.port.connections() == 0);
      assertThat(caller.everything().length).isLessThan(Shop.FILE_BYTES);
      leave();
      shop.isEmptyAgain(before + 20);
    }
  }

  @ParameterizedTest
  @CsvSource({"reset", "close", "half"})
  void pipelinedRequestsWhoseClientGoesAwayLeakNothing(String way) throws Exception {
    try (Shop shop = new Shop(folder, HttpBounds.STANDARD, Watch.NOBODY)) {
      shop.servesTheHonest();
      Shop.await(() -> shop.port.connections() == 0);
      long before = Shop.descriptors();
      String twice = "GET /small HTTP/1.1\r\nHost: x\r\n\r\n".repeat(2);
      for (int i = 0; i < 500; i++) {
        try (Caller caller = new Caller(shop.number(), "127.0.0." + (2 + i % 50))) {
          caller.say(twice);
          switch (way) {
            case "reset" -> caller.willReset();
            case "half" -> {
              caller.saysNoMore();
              assertThat(caller.text()).startsWith("HTTP/1.1 200 OK\r\n");
            }
            default -> caller.some(20);
          }
        }
      }
      shop.isEmptyAgain(before);
      shop.servesTheHonest();
    }
  }

  /** A head and a body of the greatest length in every place, each but for its last byte. */
  @Test
  void allPlacesFilledWithLongRequestsTakeTheHeapThatIsDeclared() throws Exception {
    try (Shop shop = new Shop(folder, Shop.bounds(LONG, LONG), Watch.NOBODY)) {
      shop.servesTheHonest();
      StringBuilder head = new StringBuilder("POST /echo?" + "q".repeat(1900) + " HTTP/1.1\r\n");
      for (int i = 0; i < 29; i++) {
        head.append("X-%02d: ".formatted(i)).append("a".repeat(90)).append("\r\n");
      }
      head.append("Content-Length: 4096\r\n\r\n").append("b".repeat(4095));
      long before = usedHeap();
      for (int i = 0; i < HttpBounds.STANDARD.connections(); i++) {
        caller(shop, "127.3.0." + (1 + i % 32)).say(head.toString());
      }
      Shop.await(() -> shop.port.connections() == HttpBounds.STANDARD.connections());
      shop.servesTheHonest();
      long each = (usedHeap() - before) / HttpBounds.STANDARD.connections();
      assertThat(each).isBetween(8_000L, (long) HttpBounds.bytesOfConnection());
    }
  }

  private static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
