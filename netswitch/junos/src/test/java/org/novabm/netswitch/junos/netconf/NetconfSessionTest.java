package org.novabm.netswitch.junos.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Deadline;

class NetconfSessionTest {

  private static final String BASE = "urn:ietf:params:netconf:base:";
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(5));

  /** Says what it was told to say, whatever it is asked. */
  private static final class Scripted implements Transport {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private boolean chunks;

    @Override
    public void send(String message, Deadline deadline) {
      sent.add(message);
    }

    @Override
    public String receive(Deadline deadline) throws IOException {
      String next = answers.poll();
      if (next == null) {
        throw new SocketTimeoutException("nothing");
      }
      return next;
    }

    @Override
    public void useChunks() {
      chunks = true;
    }

    @Override
    public void close() {}
  }

  private final Scripted peer = new Scripted();

  private NetconfSession open(String... versions) throws IOException {
    StringBuilder hello = new StringBuilder("<hello><capabilities>");
    for (String version : versions) {
      hello.append("<capability>\n").append(BASE).append(version).append("\n</capability>");
    }
    peer.answers.add(hello + "</capabilities><session-id>4</session-id></hello>");
    return NetconfSession.open(peer, SOON);
  }

  @Test
  void bothVersionsAreSpoken() throws IOException {
    open("1.0").close();
    assertThat(peer.chunks).isFalse();
    open("1.0", "1.1").close();
    assertThat(peer.chunks).isTrue();
  }

  @Test
  void whoIsNoNetconfServerIsTold() {
    assertThatThrownBy(() -> open().close()).isInstanceOf(IOException.class);
    peer.answers.clear();
    peer.answers.add("Welcome to leaf1");
    assertThatThrownBy(() -> NetconfSession.open(peer, SOON))
        .hasMessageStartingWith("the peer sent malformed XML");
  }

  @Test
  void anAnswerGoesWithItsQuestion() throws Exception {
    try (NetconfSession session = open("1.0")) {
      peer.answers.add("<rpc-reply message-id=\"1\"><ok/></rpc-reply>");
      session.call("<x/>", SOON);
      peer.answers.add("<rpc-reply message-id=\"1\"><ok/></rpc-reply>");
      assertThatThrownBy(() -> session.call("<y/>", SOON))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another question");
    }
  }

  @Test
  void errorsAreToldAndWarningsPassedOver() throws Exception {
    try (NetconfSession session = open("1.0")) {
      peer.answers.add(
          """
          <rpc-reply message-id="1"><rpc-error><error-tag>operation-failed</error-tag>
          <error-severity>warning</error-severity><error-message>statement not found</error-message>
          </rpc-error><ok/></rpc-reply>""");
      session.call("<x/>", SOON);
      peer.answers.add(
          """
          <rpc-reply message-id="2"><commit-results><rpc-error><error-tag>lock-denied</error-tag>
          <error-severity>error</error-severity><error-message>
          configuration database locked by:
            bob terminal p1
          </error-message><error-info><session-id>99</session-id></error-info></rpc-error>
          </commit-results></rpc-reply>""");
      assertThatThrownBy(() -> session.call("<y/>", SOON))
          .isInstanceOfSatisfying(
              RpcFailure.class,
              failure -> {
                assertThat(failure.isLockDenied()).isTrue();
                assertThat(failure.error().sessionId()).isEqualTo("99");
                assertThat(failure).hasMessage("configuration database locked by: bob terminal p1");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;'>]><rpc-reply message-id='1'>&c;</rpc-reply>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><rpc-reply message-id='1'/>",
        "<rpc-reply message-id='1'><ok></rpc-reply>",
        ""
      })
  void bombsAndBrokenXmlAreRefused(String answer) throws IOException {
    try (NetconfSession session = open("1.0")) {
      peer.answers.add(answer);
      assertThatThrownBy(() -> session.call("<x/>", SOON))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the peer sent malformed XML");
    }
  }

  @Test
  void xmlThatIsTooDeepIsRefused() throws IOException {
    try (NetconfSession session = open("1.0")) {
      peer.answers.add("<a>".repeat(10_000) + "</a>".repeat(10_000));
      assertThatThrownBy(() -> session.call("<x/>", SOON)).isInstanceOf(IOException.class);
    }
  }
}
