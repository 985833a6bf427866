package org.novabm.netswitch.openflow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A process that has as many files open as it may. */
class ConnectionAcceptorTest {

  private final List<Long> pauses = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final List<Socket> taken = new ArrayList<>();

  /** Takes a call for each true, and none for each false; is closed after the last. */
  private static ServerSocket socket(Boolean... calls) throws IOException {
    Queue<Boolean> left = new ArrayDeque<>(List.of(calls));
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        boolean works = left.remove();
        if (left.isEmpty()) {
          close();
        }
        if (!works) {
          throw new SocketException("Too many open files");
        }
        return new Socket();
      }
    };
  }

  private void run(Boolean... calls) throws IOException {
    new ConnectionAcceptor(
            socket(calls),
            taken::add,
            why -> troubles.add(why.getMessage()),
            time -> pauses.add(time.toMillis()))
        .run();
  }

  @Test
  void pausesLongerEachTimeAndSaysSoOnce() throws IOException {
    run(false, false, false, false, false, false, true);

    assertThat(pauses).containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
    assertThat(troubles).containsExactly("Too many open files");
    assertThat(taken).hasSize(1);
  }

  @Test
  void beginsAnewWhenACallWasTaken() throws IOException {
    run(false, false, true, false, true);

    assertThat(pauses).containsExactly(100L, 200L, 100L);
    assertThat(troubles).hasSize(2);
    assertThat(ConnectionAcceptor.LONGEST).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aClosedSocketIsNoTrouble() throws IOException {
    run(false);

    assertThat(troubles).isEmpty();
    assertThat(pauses).isEmpty();
  }
}
