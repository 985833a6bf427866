package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.contract.lies.Leftovers;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.SensorReader;

/** A BMC in a good session whose answers are changed, cut, lengthened or made up. */
@Timeout(120)
class MutatedRecordsTest {

  private static final Duration WITHIN = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final int ROUNDS = 25;

  private final Random random = new Random(24);
  private final AtomicInteger answers = new AtomicInteger();

  @Test
  void noneEndsInAnythingButAFailureOfAKnownKind() throws IOException {
    Leftovers leftovers = Leftovers.sinceNow();
    ScriptedChassis chassis = new ScriptedChassis();
    try (ScriptedBmc bmc =
            ScriptedBmc.start(CipherSuite.SUITE_3, it -> lie(it, chassis.apply(it)));
        IpmiPowerProvider provider = new IpmiPowerProvider()) {
      provider.configure(
          new BackendSettings(
              "power:ipmi",
              Map.of(
                  "cipher_suites", "3",
                  "timeout_seconds", "0.1",
                  "longest_timeout_seconds", "0.1",
                  "cycle_off_seconds", "0.1")));
      try (PowerManager power = provider.open(bmc.endpoint())) {
        for (int i = 0; i < ROUNDS; i++) {
          ask(() -> power.state(WITHIN));
          ask(() -> power.apply(PowerAction.CYCLE, WITHIN));
          ask(() -> ((BootDeviceControl) power).bootSelection(WITHIN));
          ask(() -> ((IdentityReader) power).identity(WITHIN));
          ask(() -> ((SensorReader) power).sensors(WITHIN));
          ask(() -> ((EventLog) power).events(100, WITHIN));
          ask(() -> ((AssetDataReader) power).inventory(WITHIN));
        }
      }
    }
    assertThat(answers).hasValueGreaterThan(300);
    leftovers.assertNone();
  }

  private static void ask(Runnable question) {
    long start = System.nanoTime();
    try {
      question.run();
    } catch (BackendException e) {
      assertThat(e.getMessage()).startsWith("127.0.0.1:");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
  }

  private synchronized IpmiResponse lie(IpmiRequest request, IpmiResponse honest) {
    answers.incrementAndGet();
    if (request.netFn() == 6 && request.command() == 0x3b) {
      // the session's privilege: it stays good
      return honest;
    }
    CompletionCode code =
        random.nextInt(12) == 0 ? new CompletionCode(random.nextInt(256)) : CompletionCode.DONE;
    return new IpmiResponse(
        honest.netFn(), honest.command(), honest.sequence(), code, data(honest.data()));
  }

  private Octets data(Octets honest) {
    byte[] bytes = honest.toByteArray();
    return switch (random.nextInt(6)) {
      case 0 -> made(random.nextInt(120), -1);
      case 1 -> made(random.nextInt(60), 0);
      case 2 -> made(random.nextInt(60), 255);
      case 3 -> Octets.copyOf(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      case 4 -> Octets.copyOf(java.util.Arrays.copyOf(bytes, bytes.length + random.nextInt(80)));
      default -> honest;
    };
  }

  /** Of one value, or at random when it is negative. */
  private Octets made(int length, int value) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value < 0 ? random.nextInt() : value);
    }
    return Octets.copyOf(bytes);
  }
}
