package org.novabm.api.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.api.ApiLimits;
import org.novabm.spi.Deadline;

/** Who gives way to whom; the callers are sockets of loopback, whose addresses are 127.0.0.x. */
class VisitsTest {

  private static final ApiLimits LIMITS =
      new ApiLimits(
          8,
          4,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          64,
          ApiLimits.LONGEST_BODY,
          16,
          Duration.ofSeconds(2));

  private final AtomicLong now = new AtomicLong();
  private final List<String> turned = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Visits visits =
      new Visits(LIMITS, (address, why) -> turned.add(address), now::get, this::pass);
  private ServerSocketChannel server;

  private void pass(long nanos) {
    now.addAndGet(Math.max(0, nanos));
  }

  @BeforeEach
  void listen() throws IOException {
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    open.add(server);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  /** Both ends of a connection from 127.0.0.{@code host}. */
  private final class Call {
    final SocketChannel caller = SocketChannel.open();
    final SocketChannel ours;
    final boolean admitted;

    Call(int host) throws IOException {
      caller.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + host), 0));
      caller.connect(server.getLocalAddress());
      ours = server.accept();
      open.add(caller);
      open.add(ours);
      admitted = visits.admit(ours);
      now.incrementAndGet();
    }

    boolean isOver() throws IOException {
      caller.configureBlocking(false);
      return caller.read(ByteBuffer.allocate(1)) < 0;
    }

    /** Has arrived with us when it comes back. */
    void sends() throws IOException {
      caller.write(ByteBuffer.wrap(new byte[] {'G'}));
      Deadline soon = Deadline.in(Duration.ofSeconds(5));
      while (ours.socket().getInputStream().available() == 0 && !soon.isOver()) {
        Thread.onSpinWait();
      }
    }

    void isRead() throws IOException {
      InetSocketAddress from = (InetSocketAddress) caller.getLocalAddress();
      visits.beginRead(from.getAddress().getHostAddress(), from.getPort());
      ours.read(ByteBuffer.allocate(10));
      visits.endRead(from.getAddress().getHostAddress(), from.getPort());
    }

    void showsToken() throws IOException {
      InetSocketAddress from = (InetSocketAddress) caller.getLocalAddress();
      visits.inside(from.getAddress().getHostAddress(), from.getPort());
    }
  }

  @Test
  void theOldestOfAnAddressGivesWayToItsNewest() throws IOException {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(new Call(2));
    }
    assertThat(calls).allMatch(call -> call.admitted);
    assertThat(calls.get(0).isOver() && calls.get(1).isOver()).isTrue();
    assertThat(calls.get(2).isOver()).isFalse();
    assertThat(turned).containsExactly("127.0.0.2", "127.0.0.2");
  }

  @Test
  void whoJustCameHasTheTimeToShowTheToken() throws IOException {
    for (int i = 0; i < 5; i++) {
      new Call(2);
    }
    assertThat(now.get()).isGreaterThanOrEqualTo(Visits.GRACE.toNanos());
  }

  @Test
  void whoseCallLiesUnreadWithUsKeepsHisPlaceWhileOthersWait() throws IOException {
    Call honest = new Call(2);
    honest.sends();
    List<Call> mute = List.of(new Call(2), new Call(2), new Call(2));
    pass(Duration.ofMillis(900).toNanos());
    new Call(2);
    assertThat(honest.isOver()).isFalse();
    assertThat(mute.getFirst().isOver()).isTrue();

    honest.isRead();
    honest.showsToken();
    new Call(2);
    assertThat(honest.isOver()).isFalse();
  }

  @Test
  void whoWasReadAndDidNotShowTheTokenGivesWayAsBefore() throws IOException {
    Call dripper = new Call(2);
    dripper.sends();
    dripper.isRead();
    dripper.sends();
    for (int i = 0; i < 4; i++) {
      new Call(2);
    }
    assertThat(dripper.isOver()).isTrue();
    assertThat(now.get()).isLessThan(Visits.GRACE.multipliedBy(2).toNanos());
  }

  @Test
  void theTimeThatWeTakeToLookHasAnEnd() throws IOException {
    List<Call> unread = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Call call = new Call(2);
      call.sends();
      unread.add(call);
    }
    assertThat(new Call(2).admitted).isTrue();
    assertThat(now.get())
        .isBetween(
            Visits.OUR_DELAY.toNanos(), Visits.OUR_DELAY.plus(Visits.GRACE).toNanos() + 1000);
    assertThat(unread.getFirst().isOver()).isTrue();
    assertThat(unread.get(1).isOver()).isFalse();
  }

  @Test
  void whoShowedTheTokenGivesWayToNobody() throws IOException {
    List<Call> inside = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Call call = new Call(2 + i / 4);
      call.showsToken();
      inside.add(call);
    }
    assertThat(new Call(9).admitted).isFalse();
    for (Call call : inside) {
      assertThat(call.isOver()).isFalse();
    }
    inside.getFirst().ours.close();
    assertThat(new Call(9).admitted).isTrue();
  }

  @Test
  void waitingAndReadingHaveDeadlines() throws IOException {
    Call waiting = new Call(2);
    Call reading = new Call(3);
    InetSocketAddress from = (InetSocketAddress) reading.caller.getLocalAddress();
    visits.answered("127.0.0.3", from.getPort());
    now.addAndGet(Duration.ofSeconds(9).toNanos());
    visits.sweep();
    assertThat(waiting.isOver()).isFalse();
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    visits.sweep();
    assertThat(waiting.isOver()).isTrue();
    assertThat(reading.isOver()).isFalse();
    now.addAndGet(Duration.ofSeconds(50).toNanos());
    visits.sweep();
    assertThat(reading.isOver()).isTrue();
  }

  @Test
  void anIpv6SiteIsOneCaller() {
    assertThat(CallerNetwork.of("2001:db8:1:2::1")).isEqualTo(CallerNetwork.of("2001:db8:1:2:9::"));
    assertThat(CallerNetwork.of("2001:db8:1:2::1"))
        .isNotEqualTo(CallerNetwork.of("2001:db8:1:3::1"));
    assertThat(CallerNetwork.of("10.0.0.1")).isEqualTo("10.0.0.1");
  }
}
