package org.novabm.netswitch.openvswitch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/** What can go wrong on the connection, with a small server in the database's place. */
class DatabaseFaultsTest {

  private static final PortName PORT = new PortName("tap1");
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(SwitchManagerProvider.class))
        .extracting(SwitchManagerProvider::name)
        .containsExactly("openvswitch");
  }

  @Test
  void anUnknownSettingIsNamed() {
    assertThatThrownBy(
            () ->
                new OpenVswitchProvider()
                    .configure(
                        new BackendSettings("netswitch:openvswitch", Map.of("command", "x"))))
        .hasMessageContaining("command");
  }

  @Test
  void aServerThatSaysNothingIsUnreachableInTime() throws IOException {
    try (ScriptedDatabase server = new ScriptedDatabase((in, out) -> in.readAllBytes());
        SwitchManager manager = new OpenVswitchProvider().open(server.endpoint())) {
      assertThatThrownBy(() -> manager.read(PORT, Duration.ofMillis(300)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("in time");
    }
  }

  @Test
  void aServerThatHangsUpIsUnreachable() throws IOException {
    assertFails("", BackendException.Unreachable.class, "closed the connection");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HTTP/1.0 400 Bad Request           | where an object begins
          {"id":1,"result":[},"error":null}  | invalid JSON
          """)
  void whatIsNoAnswerIsAViolation(String answer, String words) throws IOException {
    assertFails(answer, BackendException.ProtocolViolation.class, words);
  }

  @Test
  void anotherDatabaseIsUnsupported() throws IOException {
    assertFails(
        "{\"id\":1,\"result\":null,\"error\":\"unknown database\"}",
        BackendException.Unsupported.class,
        "too old, or none");
    assertFails(
        "{\"id\":1,\"error\":null,\"result\":[{\"error\":\"unknown column\",\"details\":\"protected\"}]}",
        BackendException.Unsupported.class,
        "protected");
  }

  @Test
  void theServersOwnEchoIsAnsweredWhileWeWait() throws Exception {
    ScriptedDatabase[] self = new ScriptedDatabase[1];
    try (ScriptedDatabase server =
            new ScriptedDatabase(
                (in, out) -> {
                  self[0].listen(in, "transact");
                  out.write("{\"id\":\"echo\",\"method\":\"echo\",\"params\":[7]}".getBytes(UTF_8));
                  self[0].listen(in, "\"id\":\"echo\"");
                  out.write("{\"id\":99,\"result\":[],\"error\":null}".getBytes(UTF_8));
                  out.write("{\"id\":1,\"result\":[],\"error\":null}".getBytes(UTF_8));
                  in.readAllBytes();
                });
        SwitchManager manager = new OpenVswitchProvider().open(server.endpoint())) {
      self[0] = server;
      assertThatThrownBy(() -> manager.read(PORT, LONG))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("no port tap1");
      assertThat(server.heard()).contains("transact");
      assertThat(server.heard()).contains("\"result\":[7]");
    }
  }

  @Test
  void aServerThatNeverStopsSendingIsLeftAtTheDeadline() throws IOException {
    byte[] notice = "{\"id\":null,\"method\":\"update\",\"params\":[]}".getBytes(UTF_8);
    try (ScriptedDatabase server =
            new ScriptedDatabase(
                (in, out) -> {
                  while (true) {
                    out.write(notice);
                  }
                });
        SwitchManager manager = new OpenVswitchProvider().open(server.endpoint())) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> manager.read(PORT, Duration.ofMillis(500)))
          .isInstanceOf(BackendException.Unreachable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void anAnswerThatIsTooLongOrTooManyValuesIsRefused() throws IOException {
    assertFails(
        "{\"id\":1,\"error\":null,\"result\":[\"%s\"]}".formatted("a".repeat(3 << 20)),
        BackendException.ProtocolViolation.class,
        "more than 1048576 bytes");
    assertFails(
        "{\"id\":1,\"error\":null,\"result\":[%s0]}".formatted("{},".repeat(100_000)),
        BackendException.ProtocolViolation.class,
        "answers_heap_kib in [netswitch:openvswitch]");
  }

  private static void assertFails(
      String answer, Class<? extends BackendException> kind, String words) throws IOException {
    ScriptedDatabase[] self = new ScriptedDatabase[1];
    try (ScriptedDatabase server =
            new ScriptedDatabase(
                (in, out) -> {
                  self[0].listen(in, "transact");
                  out.write(answer.getBytes(UTF_8));
                });
        SwitchManager manager = new OpenVswitchProvider().open(server.endpoint())) {
      self[0] = server;
      assertThatThrownBy(() -> manager.read(PORT, LONG))
          .isInstanceOf(kind)
          .hasMessageContaining(words);
    }
  }
}
