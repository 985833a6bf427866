package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;

/** Whoever reaches the port can call; the switches that are registered are served all the same. */
class StrangersTest {

  private static final long OURS = 0x525400ac0001L;
  private static final Duration SHORTLY = Duration.ofSeconds(15);
  private static final byte[] BEGUN_HELLO = {4, 0, (byte) 0xff, (byte) 0xff, 0, 0, 0, 1};

  private OpenFlowProvider provider = new OpenFlowProvider();
  private final List<AutoCloseable> open = new ArrayList<>();

  private void listen(Map<String, String> settings) {
    provider = ControlledSwitch.provider(0, settings);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    provider.close();
  }

  private <T extends AutoCloseable> T keep(T one) {
    open.add(one);
    return one;
  }

  private SwitchManager register() {
    return provider.open(Endpoint.parse("0x" + Long.toHexString(OURS), "", Secret.EMPTY));
  }

  /** The switch is asked, and has no flows of ours: that is its answer. */
  private static void isServed(SwitchManager manager) {
    assertThatThrownBy(() -> manager.read(new PortName("p1"), Duration.ofSeconds(5)))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("take it over");
  }

  private Socket call() throws IOException {
    return keep(new Socket(InetAddress.getLoopbackAddress(), provider.port()));
  }

  @Test
  void aStrangerWithOurSwitchsIdIsTurnedAway() throws IOException {
    listen(Map.of());
    SwitchManager manager = register();
    RawSwitch ours = keep(RawSwitch.honest(provider.port(), OURS));
    isServed(manager);
    RawSwitch stranger = keep(RawSwitch.honest(provider.port(), OURS));
    assertThat(stranger.hungUpOn()).succeedsWithin(SHORTLY);
    assertThat(ours.hungUpOn()).isNotDone();
    isServed(manager);
  }

  @Test
  void aSwitchThatAnswersNoMoreGivesWayToOneThatCalls() throws IOException {
    listen(Map.of());
    SwitchManager manager = register();
    RawSwitch mute = keep(RawSwitch.mute(provider.port(), OURS));
    await().atMost(SHORTLY).until(() -> mute.heard() > 3);
    RawSwitch ours = keep(RawSwitch.honest(provider.port(), OURS));
    assertThat(mute.hungUpOn()).succeedsWithin(SHORTLY);
    isServed(manager);
    assertThat(ours.hungUpOn()).isNotDone();
  }

  @Test
  void aSwitchThatIsMuteWhenItCallsKeepsNobodyBeyondTheDeadline() throws IOException {
    listen(Map.of());
    SwitchManager manager = register();
    long start = System.nanoTime();
    RawSwitch mute = keep(RawSwitch.mute(provider.port(), OURS));
    assertThatThrownBy(() -> manager.read(new PortName("p1"), Duration.ofSeconds(1)))
        .isInstanceOf(BackendException.Unreachable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(mute.hungUpOn()).isNotDone();
  }

  @Test
  void aSwitchThatNobodyRegisteredWaitsAWhileAndIsForgotten() throws IOException {
    listen(Map.of("stranger_timeout", "0.5"));
    Random random = new Random(15);
    List<RawSwitch> strangers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      strangers.add(keep(RawSwitch.honest(provider.port(), random.nextLong())));
    }
    for (RawSwitch stranger : strangers) {
      assertThat(stranger.hungUpOn()).succeedsWithin(SHORTLY);
      assertThat(stranger.heard()).as("hello and features, and no ports").isEqualTo(2);
    }
    assertThat(provider.known()).isZero();
    await().atMost(SHORTLY).until(() -> provider.connections() == 0);
  }

  @Test
  void aSwitchThatIsRegisteredWhileItWaitsNeedNotCallAgain() throws IOException {
    listen(Map.of());
    RawSwitch early = keep(RawSwitch.honest(provider.port(), OURS));
    await().atMost(SHORTLY).until(() -> early.heard() == 2);
    isServed(register());
    assertThat(early.hungUpOn()).isNotDone();
  }

  @Test
  void aGreetingThatDripsEndsAtItsDeadline() throws IOException {
    listen(Map.of("greeting_timeout", "0.5"));
    Socket dripping = call();
    long start = System.nanoTime();
    dripping.getOutputStream().write(new byte[] {4, 0, 2, 0});
    dripping.setSoTimeout(50);
    assertThat(readToTheEnd(dripping)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  /** A byte after each read that finds nothing; true when the other side ended it. */
  private static boolean readToTheEnd(Socket socket) {
    try {
      InputStream stream = socket.getInputStream();
      for (int i = 0; i < 200; i++) {
        try {
          if (stream.read() < 0) {
            return true;
          }
        } catch (java.net.SocketTimeoutException e) {
          socket.getOutputStream().write('a');
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void aGreetingOf64KibIsRefusedByItsHeader() throws IOException {
    listen(Map.of());
    Socket caller = call();
    caller.getOutputStream().write(BEGUN_HELLO);
    caller.setSoTimeout(4_000);
    assertThat(readToTheEnd(caller)).isTrue();
  }

  @Test
  void ourSwitchIsServedWhileStrangersFillEveryPlace() throws IOException {
    listen(Map.of("strangers", "8", "connections", "12", "connections_per_address", "12"));
    SwitchManager manager = register();
    for (int i = 0; i < 100; i++) {
      call();
    }
    RawSwitch ours = keep(RawSwitch.honest(provider.port(), OURS));
    isServed(manager);
    for (int i = 0; i < 100; i++) {
      call();
    }
    await().atMost(SHORTLY).until(() -> provider.connections() <= 12);
    assertThat(ours.hungUpOn()).isNotDone();
    isServed(manager);
  }

  @Test
  void strangersGiveTheirPlacesBack() throws Exception {
    listen(Map.of("greeting_timeout", "0.3"));
    for (int i = 0; i < 500; i++) {
      call().getOutputStream().write(4);
    }
    await().atMost(SHORTLY).until(() -> provider.connections() == 0);
  }

  @Test
  void theirHeapIsBoundedByWhatIsDeclared() {
    listen(Map.of());
    assertThat(provider.bounds().stream().mapToLong(MemoryBound::bytes).sum())
        .isLessThanOrEqualTo(8 << 20);
  }
}
