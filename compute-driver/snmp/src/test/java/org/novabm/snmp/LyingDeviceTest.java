package org.novabm.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.contract.lies.Leftovers;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A device whose answers are in good form, and say nothing that was asked. */
class LyingDeviceTest {

  private static final OID COLUMN = new OID("1.3.6.1.2.1.2.2.1.2");
  private static final SnmpAccess ACCESS =
      new BackendSettings("test", Map.of("timeout", "0.1", "retries", "0")).as(SnmpAccess.class);
  private static final int ROUNDS = 150;

  private final ByteBudget heap = new ByteBudget("test", 256 << 10);

  private SnmpSession session(ScriptedAgent agent) {
    return new SnmpSession(agent.endpoint(), ACCESS, heap);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(400));
  }

  @Test
  void noneOfItIsMoreThanAFailureOfAKnownKind() throws IOException {
    Random random = new Random(11);
    try (ScriptedAgent agent = new ScriptedAgent(request -> answers(request, random))) {
      ask(agent);
      Leftovers leftovers = Leftovers.sinceNow();
      for (int i = 0; i < ROUNDS; i++) {
        ask(agent);
      }
      leftovers.assertNone();
    }
    assertThat(heap.left()).isEqualTo(heap.most());
  }

  private void ask(ScriptedAgent agent) {
    long start = System.nanoTime();
    try (SnmpSession session = session(agent)) {
      Variable value = session.get(new OID(COLUMN).append(1), soon());
      if (value != null) {
        session.number(value);
      }
      session.column(COLUMN, soon()).values().forEach(session::number);
      session.set(
          List.of(new VariableBinding(new OID(COLUMN).append(1), new Integer32(1))), soon());
    } catch (BackendException e) {
      assertThat(e.endpoint()).isEqualTo(agent.endpoint().display());
      assertThat(e.getMessage()).startsWith(agent.endpoint().display()).hasSizeLessThan(500);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  private static List<PDU> answers(PDU request, Random random) {
    List<PDU> answers = new ArrayList<>();
    for (int i = random.nextInt(8) == 0 ? 3 : 1; i > 0; i--) {
      PDU answer = new PDU();
      answer.setType(
          random.nextInt(6) == 0
              ? List.of(PDU.REPORT, PDU.GET, PDU.INFORM, PDU.TRAP).get(random.nextInt(4))
              : PDU.RESPONSE);
      if (random.nextInt(4) == 0) {
        answer.setErrorStatus(random.nextInt(25));
        answer.setErrorIndex(random.nextInt(40) - 20);
      }
      for (int row = random.nextInt(30) - 3; row > 0; row--) {
        answer.add(new VariableBinding(name(request, random), value(random)));
      }
      answers.add(answer);
    }
    return answers;
  }

  private static OID name(PDU request, Random random) {
    OID asked = request.size() == 0 ? COLUMN : request.get(0).getOid();
    return switch (random.nextInt(8)) {
      case 0 -> new OID("0.0");
      case 1 -> COLUMN;
      case 2 -> asked;
      case 3 -> new OID(new int[] {1, 3, random.nextInt(), random.nextInt()});
      default -> new OID(asked).append(random.nextInt());
    };
  }

  private static Variable value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new OctetString(new byte[random.nextInt(1000)]);
      case 1 -> Null.noSuchObject;
      case 2 -> Null.endOfMibView;
      case 3 -> new Null();
      case 4 -> new Counter64(random.nextLong());
      case 5 -> new Gauge32(random.nextInt() & 0xffff_ffffL);
      case 6 -> new TimeTicks(random.nextInt() & 0xffff_ffffL);
      case 7 -> new IpAddress(new byte[] {1, 2, 3, 4});
      default -> new Integer32(random.nextInt());
    };
  }

  @Test
  void anAnswerAboutSomethingElseIsABrokenRule() throws IOException {
    try (ScriptedAgent agent = new ScriptedAgent(_ -> List.of(of(PDU.RESPONSE, "1.3.6.1.9.9")));
        SnmpSession session = session(agent)) {
      assertThatThrownBy(() -> session.get(COLUMN, soon()))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("with 1.3.6.1.9.9 where 1.3.6.1.2.1.2.2.1.2 was asked for");
    }
  }

  @Test
  void whoDidNotAnswerIsLookedUpAnew() throws IOException {
    AtomicBoolean silent = new AtomicBoolean();
    try (ScriptedAgent agent =
            new ScriptedAgent(
                _ -> silent.get() ? List.of() : List.of(of(PDU.RESPONSE, COLUMN.toString())));
        SnmpSession session = session(agent)) {
      assertThat(session.get(COLUMN, soon())).isNotNull();
      assertThat(session.get(COLUMN, soon())).isNotNull();
      assertThat(agent.callers()).isEqualTo(1);
      silent.set(true);
      assertThatThrownBy(() -> session.get(COLUMN, soon()))
          .isInstanceOf(BackendException.Unreachable.class);
      silent.set(false);
      assertThat(session.get(COLUMN, soon())).isNotNull();
      assertThat(agent.callers()).as("its name may stand for another address").isEqualTo(2);
    }
  }

  @Test
  void aColumnThatGoesOnForEverEndsAtItsBound() throws IOException {
    int[] row = {0};
    try (ScriptedAgent agent =
            new ScriptedAgent(
                _ -> {
                  PDU answer = of(PDU.RESPONSE, COLUMN + "." + ++row[0]);
                  for (int i = 0; i < 500; i++) {
                    answer.add(
                        new VariableBinding(new OID(COLUMN).append(++row[0]), new Integer32(1)));
                  }
                  return List.of(answer);
                });
        SnmpSession session = session(agent)) {
      assertThatThrownBy(() -> session.column(COLUMN, Deadline.in(Duration.ofSeconds(20))))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageStartingWith(agent.endpoint().display())
          .hasMessageContaining("more than the 256 KiB kept for test");
    }
    assertThat(heap.left()).isEqualTo(heap.most());
  }

  private static PDU of(int type, String name) {
    PDU answer = new PDU();
    answer.setType(type);
    answer.add(new VariableBinding(new OID(name), new Integer32(1)));
    return answer;
  }
}
