package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.Leftovers;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** Switches whose answers are changed on the way: nothing but the failures of a back end. */
class MutatedAnswersTest {

  private static final int ROUNDS = 100;
  private static final Duration WITHIN = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Random random = new Random(1406);

  @Test
  void noneIsBelievedAndNoneKeepsUsWaiting() throws IOException {
    Leftovers leftovers = Leftovers.sinceNow();
    try (OpenFlowProvider provider = ControlledSwitch.provider(0, Map.of())) {
      for (int round = 1; round <= ROUNDS; round++) {
        SwitchManager manager =
            provider.open(Endpoint.parse("0x" + Integer.toHexString(round), "", Secret.EMPTY));
        try (RawSwitch liar = new RawSwitch(provider.port(), round, this::mutated)) {
          ask(manager, "0x%016x".formatted(round));
          assertThat(liar.heard()).isNotNegative();
        }
      }
      await().atMost(Duration.ofSeconds(15)).until(() -> provider.connections() == 0);
    }
    leftovers.assertNone();
  }

  private static void ask(SwitchManager manager, String name) {
    long start = System.nanoTime();
    try {
      manager.list(WITHIN);
      manager.attach(new PortName("p1"), new Access(new VlanId(10)), WITHIN);
    } catch (BackendException e) {
      assertThat(e.getMessage()).startsWith(name);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(WITHIN.multipliedBy(2).plus(GRACE));
  }

  /** Half of the messages are changed: bytes, the length, the end, or one is said twice. */
  private synchronized byte[] mutated(byte[] message) {
    byte[] lie = message.clone();
    switch (random.nextInt(10)) {
      case 0, 1 -> flip(lie, 2 + random.nextInt(8));
      case 2 -> flip(lie, 1);
      case 3 -> lie[3] = (byte) random.nextInt();
      case 4 -> lie[2] = (byte) random.nextInt();
      case 5 -> lie = Arrays.copyOf(lie, random.nextInt(lie.length));
      case 6 -> {
        lie = Arrays.copyOf(lie, 2 * message.length);
        System.arraycopy(message, 0, lie, message.length, message.length);
      }
      default -> {}
    }
    return lie;
  }

  private void flip(byte[] message, int times) {
    for (int i = 0; i < times; i++) {
      message[random.nextInt(message.length)] = (byte) random.nextInt();
    }
  }
}
