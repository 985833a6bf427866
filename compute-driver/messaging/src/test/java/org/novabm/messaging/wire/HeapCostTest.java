package org.novabm.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.messaging.Samples;

class HeapCostTest {

  private static final int SIZE = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{},",
        "[],",
        "{\"\":0},",
        "{\"a\":\"b\"},",
        "\"x\",",
        "1.5e9,",
        "9999999999999,",
        "\"\u0416\","
      })
  void aTreeOfManySmallThingsTakesNoMoreThanIsKeptForIt(String piece) throws Exception {
    // as many as the bound on values lets through
    int each = piece.length() < 4 ? 2 : piece.contains(":") ? 4 : 1;
    String inner = "{\"method\":\"m\",\"args\":{\"a\":[" + repeat(piece, 32_000 / each) + "0]}}";

    byte[] body = inner.getBytes(UTF_8);

    // all that was ever made on the way, which is more than what is held at one time
    assertThat(allocated(body)).isLessThan(HeapCost.reading(body.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u0416"})
  void longTextsTakeNoMoreThanIsKeptForThem(String letter) throws Exception {
    String value = "\"" + letter.repeat(Json.MAX_STRING - 1) + "\u0416\",";
    String inner =
        "{\"method\":\"m\",\"args\":{\"a\":[" + value.repeat(letter.equals("a") ? 3 : 1) + "0]}}";

    byte[] body = new Envelope(Json.object(inner), true).seal();

    // each text is made out of pieces that are garbage then: half of all is held at one time
    assertThat(allocated(body)).isLessThan(2L * HeapCost.reading(body.length));
  }

  @Test
  void novasOwnSpawnIsFarBelowTheBounds() throws Exception {
    byte[] spawn = Samples.body("zed-build_and_run_instance");

    assertThat(HeapCost.reading(spawn.length)).isLessThan(HeapCost.reading(SIZE) / 8);
    assertThatCode(() -> Envelope.open(spawn)).doesNotThrowAnyException();
  }

  private static String repeat(String piece, int count) {
    return piece.repeat(Math.min(count, SIZE / piece.getBytes(UTF_8).length - 100));
  }

  private static long allocated(byte[] body) throws Exception {
    Envelope.open(body); // what is loaded once does not count
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Envelope read = Envelope.open(body);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(read.message()).isNotEmpty();
    return allocated;
  }
}
