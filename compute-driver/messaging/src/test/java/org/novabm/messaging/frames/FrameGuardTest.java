package org.novabm.messaging.frames;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.AMQContentHeader;
import com.rabbitmq.client.impl.AMQImpl;
import com.rabbitmq.client.impl.Frame;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameGuardTest {

  private static final int LARGEST = 100_000;
  private static final int INLINE = 1_000;
  private static final int FRAME = 4_096;

  private final Inbound inbound = new Inbound(new InboundLimits(LARGEST, INLINE, 1_024));
  private final FrameGuard guard = new FrameGuard(inbound);

  @Test
  void aSmallMessagePassesAsItIs() throws Exception {
    Frame header = header(1, INLINE, Map.of("a", "b"));
    Frame body = new Frame(AMQP.FRAME_BODY, 1, new byte[INLINE]);

    assertThat(guard.pass(header)).isSameAs(header);
    assertThat(guard.pass(body)).isSameAs(body);
  }

  @Test
  void aLargerOneArrivesEmptyOnceItsLastByteIsThere() throws Exception {
    byte[] body = random(LARGEST);

    Content content = content(sent(7, body, Map.of("a", "b")));

    assertThat(content).isInstanceOf(Content.Held.class);
    assertThat(content.size()).isEqualTo(LARGEST);
    Content.Held held = (Content.Held) content;
    try (var in = held.open()) {
      assertThat(in.readAllBytes()).isEqualTo(body);
    }
    assertThat(held.start(10)).isEqualTo(Arrays.copyOf(body, 10));
    held.close();
    held.close();
  }

  @Test
  void ofOneThatIsTooLongOnlyTheSizeIsKept() throws Exception {
    AMQP.BasicProperties properties = sent(1, new byte[LARGEST + 1], Map.of("a", "b"));

    assertThat(content(properties))
        .isEqualTo(new Content.Refused(LARGEST + 1, "is longer than 100000 bytes"));
    assertThat(properties.getContentType()).isEqualTo("application/json");
    assertThat(inbound.headers(properties)).containsOnlyKeys("a");
  }

  @Test
  void messagesOfTwoChannelsMayComeTogether() throws Exception {
    byte[] first = random(5_000);
    byte[] second = random(6_000);
    assertThat(guard.pass(header(1, first.length, Map.of())).type).isEqualTo(AMQP.FRAME_HEARTBEAT);
    assertThat(guard.pass(header(2, second.length, Map.of())).type).isEqualTo(AMQP.FRAME_HEARTBEAT);

    Frame ofSecond = guard.pass(new Frame(AMQP.FRAME_BODY, 2, second));
    Frame ofFirst = guard.pass(new Frame(AMQP.FRAME_BODY, 1, first));

    assertThat(ofSecond.channel).isEqualTo(2);
    assertThat(((Content.Held) content(properties(ofSecond))).start(9_000)).isEqualTo(second);
    assertThat(((Content.Held) content(properties(ofFirst))).start(9_000)).isEqualTo(first);
  }

  @Test
  void propertiesThatWouldEndTheConnectionDoNot() throws Exception {
    // 18,000 tables in one another take a call each on the reader's stack, and 120 KiB
    byte[] deep = deepHeader(18_000, 10);
    assertThat(deep.length).isLessThan(1 << 17);
    byte[] unreadable = header(1, 10, Map.of("a", true)).getPayload();
    unreadable[unreadable.length - 2] = 'Z';

    assertThat(refusal(deep)).contains("properties of " + deep.length + " bytes");
    assertThat(refusal(unreadable)).contains("nobody can read");
  }

  @Test
  void aBodyOfNegativeLengthIsRefused() throws Exception {
    Frame header = header(1, -1, Map.of());

    assertThat(content(properties(guard.pass(header)))).isInstanceOf(Content.Refused.class);
  }

  @Test
  void nobodyElseKnowsTheMark() throws Exception {
    AMQP.BasicProperties known = sent(1, random(2_000), Map.of());
    String mark = known.getHeaders().keySet().iterator().next();
    AMQP.BasicProperties forged =
        new AMQP.BasicProperties.Builder().headers(Map.of(mark + "0", 1L)).build();

    assertThat(inbound.take(forged, new byte[] {1})).isInstanceOf(Content.Inline.class);
  }

  @Test
  void whatNobodyTookIsFreedWithItsConnection() throws Exception {
    AMQP.BasicProperties waiting = sent(1, random(2_000), Map.of());
    AMQP.BasicProperties taken = sent(1, random(2_000), Map.of());
    Content.Held ours = (Content.Held) content(taken);
    guard.pass(header(1, 5_000, Map.of()));

    guard.close();

    assertThat(inbound.take(waiting, new byte[0])).isNull();
    assertThat(ours.start(1)).hasSize(1);
    ours.close();
  }

  private String refusal(byte[] header) throws IOException {
    Frame first = guard.pass(new Frame(AMQP.FRAME_HEADER, 1, header));
    assertThat(first.type).isEqualTo(AMQP.FRAME_HEARTBEAT);
    Content content = content(properties(guard.pass(new Frame(AMQP.FRAME_BODY, 1, new byte[10]))));
    return ((Content.Refused) content).reason();
  }

  /** Sends a message in frames; what the consumer is given. */
  private AMQP.BasicProperties sent(int channel, byte[] body, Map<String, Object> headers)
      throws IOException {
    Frame seen = guard.pass(header(channel, body.length, headers));
    for (int at = 0; at < body.length; at += FRAME) {
      assertThat(seen.type).isEqualTo(AMQP.FRAME_HEARTBEAT);
      byte[] part = Arrays.copyOfRange(body, at, Math.min(body.length, at + FRAME));
      seen = guard.pass(new Frame(AMQP.FRAME_BODY, channel, part));
    }
    assertThat(seen.channel).isEqualTo(channel);
    return properties(seen);
  }

  private Content content(AMQP.BasicProperties properties) {
    return Objects.requireNonNull(inbound.take(properties, new byte[0]));
  }

  private static AMQP.BasicProperties properties(Frame frame) throws IOException {
    assertThat(frame.type).isEqualTo(AMQP.FRAME_HEADER);
    AMQContentHeader header = AMQImpl.readContentHeaderFrom(frame.getInputStream());
    assertThat(header.getBodySize()).isZero();
    return (AMQP.BasicProperties) header;
  }

  private static Frame header(int channel, long size, Map<String, Object> headers)
      throws IOException {
    AMQP.BasicProperties properties =
        new AMQP.BasicProperties.Builder()
            .contentType("application/json")
            .headers(new HashMap<>(headers))
            .build();
    Frame frame = properties.toFrame(channel, size);
    return new Frame(frame.type, channel, frame.getPayload());
  }

  private static byte[] deepHeader(int levels, long size) throws IOException {
    // each level: a name of no letters, the sign of a table, the length of what is in it
    byte[] table = new byte[levels * 6];
    for (int level = 0; level < levels; level++) {
      int at = level * 6;
      table[at + 1] = 'F';
      int rest = table.length - at - 6;
      for (int i = 0; i < 4; i++) {
        table[at + 2 + i] = (byte) (rest >>> (24 - 8 * i));
      }
    }
    byte[] start = header(1, size, Map.of()).getPayload();
    byte[] whole = Arrays.copyOf(start, start.length + table.length);
    for (int i = 0; i < 4; i++) {
      whole[start.length - 4 + i] = (byte) (table.length >>> (24 - 8 * i));
    }
    System.arraycopy(table, 0, whole, start.length, table.length);
    return whole;
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(5).nextBytes(bytes);
    return bytes;
  }
}
