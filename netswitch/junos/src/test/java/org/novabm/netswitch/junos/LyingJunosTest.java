package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;

/** A switch whose answers are too much, too slow, or changed on the way. */
class LyingJunosTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final String END = "</rpc-reply>";

  private final JunosLab lab;
  private final JunosManager manager;

  LyingJunosTest(@TempDir Path folder) throws IOException {
    lab =
        JunosLab.start(
            JunosPlan.of(JunosSyntax.ELS, "admin", Secret.of("secret")).withPorts(4), folder);
    manager = lab.manager();
  }

  @AfterEach
  void stop() throws IOException {
    manager.close();
    lab.close();
  }

  @Test
  void anAnswerOf30MibIsRefusedAndTheNextOneIsRead() {
    lab.junos().faults().changeAnswers(it -> it.replace(END, "<a/>".repeat(30 << 18) + END));
    assertThatThrownBy(() -> manager.read(PORT, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("is the most");
    lab.junos().faults().changeAnswers(it -> it);
    assertThat(manager.read(PORT, WITHIN).port()).isEqualTo(PORT);
  }

  @Test
  void aTreeThatTheHeapHasNoRoomForIsRefusedBeforeItIsMade() {
    lab.junos().faults().changeAnswers(it -> it.replace(END, "<a/>".repeat(500_000) + END));
    assertThatThrownBy(() -> manager.read(PORT, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("answers_heap_kib in [netswitch:junos]");
    lab.junos().faults().changeAnswers(it -> it);
    assertThat(manager.read(PORT, WITHIN).port()).isEqualTo(PORT);
  }

  @Test
  void aHelloIsShort() {
    lab.junos()
        .faults()
        .changeHellos(
            it ->
                it.replace(
                    "</capabilities>",
                    "<capability>x</capability>".repeat(4000) + "</capabilities>"));
    assertThatThrownBy(() -> manager.read(PORT, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("65536 is the most");
  }

  @Test
  void anAnswerThatDripsEndsAtTheDeadline() {
    lab.junos().faults().drip(Duration.ofMillis(20));
    long start = System.nanoTime();
    assertThatThrownBy(() -> manager.read(PORT, Duration.ofSeconds(2)))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("no answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void mutatedAnswersAreFailuresOfKnownKindsInTime() {
    Random random = new Random(25);
    Duration within = Duration.ofSeconds(1);
    lab.junos().faults().changeAnswers(it -> mutated(it, random));
    for (int i = 0; i < 100; i++) {
      long start = System.nanoTime();
      try (JunosManager one = lab.manager()) {
        switch (i % 4) {
          case 0 -> one.list(within);
          case 1 -> one.attach(PORT, new Access(new VlanId(10)), within);
          case 2 -> one.detach(PORT, within);
          default -> one.read(PORT, within);
        }
      } catch (BackendException e) {
        assertThat(e.getMessage()).startsWith("127.0.0.1:" + lab.junos().port());
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  private static synchronized String mutated(String answer, Random random) {
    StringBuilder lie = new StringBuilder(answer);
    switch (random.nextInt(7)) {
      case 0 -> {
        for (int i = 0; i < 3; i++) {
          lie.setCharAt(
              random.nextInt(lie.length()), "<>&\"\u0000é]/ a0".charAt(random.nextInt(11)));
        }
      }
      case 1 -> lie.setLength(random.nextInt(lie.length()));
      case 2 -> replace(lie, List.of("name", "vlan", "members", "ok", "unit"), random, "rpc-error");
      case 3 -> replace(lie, List.of("10", "ge-0/0/1", "access", "default"), random, "99999999999");
      case 4 -> replace(lie, List.of("message-id=", "10", "up", "interface"), random, "");
      default -> {}
    }
    return lie.toString();
  }

  private static void replace(StringBuilder text, List<String> words, Random random, String by) {
    String word = words.get(random.nextInt(words.size()));
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + by.length())) {
      text.replace(at, at + word.length(), by);
    }
  }

  @Test
  void anAddressThatIsNotOneHostIsRefused() {
    for (String address : List.of("a@leaf1", "leaf1,leaf2", "-oProxyCommand=x", "leaf 1")) {
      assertThatThrownBy(
              () ->
                  new JunosProvider().open(new Endpoint(address, 0, "admin", Secret.of("secret"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not a host name or address");
    }
  }

  @Test
  void theirHeapIsBoundedByWhatIsDeclared() {
    assertThat(new JunosProvider().bounds().stream().mapToLong(MemoryBound::bytes).sum())
        .isLessThanOrEqualTo(8 << 20);
  }
}
