package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.FaultRules;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SerialPort;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.ConsoleAccessContract;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.SerialLine;

/** Our end of serial over LAN, against simulated BMCs that ipmiconsole and ipmitool proved. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialLineTest implements ConsoleAccessContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final BmcFarm farm = BmcFarm.start();
  private @Nullable SimulatedBmc contracted;
  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final SerialPort machine = SerialPort.echoing();
  private final BmcPlan plan =
      BmcPlan.of(BmcAccount.of("admin", Secret.of("secret")), new PlainChassis(PowerState.ON))
          .withSerial(machine);

  @BeforeEach
  void hurry() {
    configure("session_idle_seconds", "50");
  }

  private void configure(String key, String value) {
    provider.configure(
        new BackendSettings(
            "power:ipmi",
            Map.of("timeout_seconds", "0.1", "longest_timeout_seconds", "0.5", key, value)));
  }

  @AfterEach
  void stop() {
    provider.close();
    farm.close();
  }

  @Override
  public PowerManager open() {
    SimulatedBmc bmc = contracted;
    if (bmc == null) {
      bmc = bmc("");
      contracted = bmc;
    }
    return provider.open(
        new Endpoint("127.0.0.1", bmc.address().getPort(), "admin", Secret.of("secret")));
  }

  @Override
  public PowerState seenFromOutside() {
    return PowerState.ON;
  }

  private SimulatedBmc bmc(String faults) {
    return farm.add(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        plan.withFaults(FaultRules.parse(faults)));
  }

  private SerialLine open(SimulatedBmc bmc, Claim claim) {
    Endpoint endpoint =
        new Endpoint("127.0.0.1", bmc.address().getPort(), "admin", Secret.of("secret"));
    try (PowerManager manager = provider.open(endpoint)) {
      return ((ConsoleAccess) manager).openConsole(claim, PATIENCE);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String read(SerialLine line, int size) {
    StringBuilder seen = new StringBuilder();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (seen.length() < size && System.nanoTime() < end) {
      seen.append(new String(line.read(MOMENT), StandardCharsets.ISO_8859_1));
    }
    return seen.toString();
  }

  private static String numbers(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "loss=20%",
        "duplicate=50%",
        "delay=20ms,loss=5%",
        "wrong-code=10%,wrong-length=10%"
      })
  void everythingArrivesOnceAndInOrder(String faults) {
    String said = numbers(500);
    String typed = numbers(200);
    machine.say(bytes(said));
    try (SerialLine line = open(bmc(faults), Claim.IF_FREE)) {
      assertThat(read(line, said.length())).isEqualTo(said);
      assertThat(line.write(bytes(typed))).isEqualTo(typed.length());
      assertThat(read(line, typed.length())).isEqualTo(typed);
    }
  }

  @Test
  void aBreakComesAfterWhatWasTypedBefore() {
    try (SerialLine line = open(bmc(""), Claim.IF_FREE)) {
      line.write(bytes("before"));
      line.sendBreak();
      line.write(bytes("after"));
      assertThat(read(line, 11)).isEqualTo("beforeafter");
      assertThat(machine.breaks()).isOne();
    }
  }

  @Test
  void whatTheMachineDoesNotTakeAtOnceIsSentAgain() {
    machine.takeAtMost(7);
    try (SerialLine line = open(bmc("loss=5%"), Claim.IF_FREE)) {
      String typed = numbers(8);
      line.write(bytes(typed));
      assertThat(read(line, typed.length())).isEqualTo(typed);
    }
  }

  @Test
  void whatAMachineNeverTakesIsDropped() {
    machine.takeAtMost(0);
    try (SerialLine line = open(bmc(""), Claim.IF_FREE)) {
      line.write(bytes("lost"));
      long before;
      do {
        before = farm.received();
        assertThat(line.read(Duration.ofSeconds(1))).isEmpty();
      } while (farm.received() > before);
      machine.takeAtMost(100);
      line.write(bytes("seen"));
      assertThat(read(line, 4)).isEqualTo("seen");
    }
  }

  @Test
  void whoIsAtTheLineStaysThereUnlessItIsTakenOver() {
    SimulatedBmc bmc = bmc("");
    try (SerialLine first = open(bmc, Claim.IF_FREE)) {
      assertThatThrownBy(() -> open(bmc, Claim.IF_FREE))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("somebody else is at the machine's serial line");
      // a session that came to nothing is left without waiting for an answer
      await().until(() -> bmc.sessions() == 1);
      try (SerialLine second = open(bmc, Claim.TAKE_OVER)) {
        assertThatThrownBy(() -> first.read(PATIENCE))
            .isInstanceOf(BackendException.Unreachable.class)
            .hasMessageContaining("has ended the serial line");
        second.write(bytes("mine"));
        assertThat(read(second, 4)).isEqualTo("mine");
      }
    }
    assertThat(bmc.sessions()).isZero();
    assertThat(bmc.isConsoleActive()).isFalse();
  }

  @Test
  void aBmcThatForgotUsIsNoticedByWhoTypes() {
    SimulatedBmc bmc = bmc("");
    try (SerialLine line = open(bmc, Claim.IF_FREE)) {
      bmc.setFaults(FaultRules.parse("dead"));
      line.write(bytes("hello?"));
      assertThatThrownBy(() -> read(line, 6))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("does not take what is typed");
    }
  }

  @Test
  void aSilentLineIsKept() {
    configure("session_idle_seconds", "0.2");
    SimulatedBmc bmc = bmc("");
    try (SerialLine line = open(bmc, Claim.IF_FREE)) {
      long before = farm.received();
      assertThat(line.read(Duration.ofSeconds(1))).isEmpty();
      assertThat(farm.received() - before).isBetween(3L, 12L);
      bmc.setFaults(FaultRules.parse("dead"));
      assertThatThrownBy(() -> line.read(PATIENCE))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("does not answer any more");
    }
  }

  @Test
  void whatALineDoesNotTakeIsNotKept() {
    try (SerialLine line = open(bmc(""), Claim.IF_FREE)) {
      byte[] much = new byte[20_000];
      assertThat(line.write(much)).isEqualTo(16 << 10);
      assertThat(line.write(much)).isZero();
    }
  }

  @Test
  void aReaderReturnsWhenTheLineIsLeft() throws Exception {
    SerialLine line = open(bmc(""), Claim.IF_FREE);
    CompletableFuture<byte[]> reading = CompletableFuture.supplyAsync(() -> line.read(PATIENCE));
    line.write(bytes("x"));
    assertThat(reading.get(30, TimeUnit.SECONDS)).isEqualTo(bytes("x"));
    CompletableFuture<byte[]> last = CompletableFuture.supplyAsync(() -> line.read(PATIENCE));
    line.close();
    assertThat(last.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void ipmiSimHasSuchALineToo(@TempDir Path folder) throws Exception {
    try (ServerSocket serial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        IpmiSimulator foreign = IpmiSimulator.start(folder, serial.getLocalPort());
        Socket end = serial.accept();
        PowerManager manager = provider.open(foreign.endpoint());
        SerialLine line = ((ConsoleAccess) manager).openConsole(Claim.IF_FREE, PATIENCE)) {
      String said = numbers(300);
      end.getOutputStream().write(bytes(said));
      assertThat(read(line, said.length())).isEqualTo(said);
      line.write(bytes("typed"));
      assertThat(line.read(MOMENT)).isEmpty();
      assertThat(end.getInputStream().readNBytes(5)).isEqualTo(bytes("typed"));
    }
  }

  @Test
  void theLineStaysWhenIpmiSimsMachineRestarts(@TempDir Path folder) throws Exception {
    try (ServerSocket serial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        IpmiSimulator foreign = IpmiSimulator.start(folder, serial.getLocalPort())) {
      Socket before = serial.accept();
      try (PowerManager manager = provider.open(foreign.endpoint());
          SerialLine line = ((ConsoleAccess) manager).openConsole(Claim.IF_FREE, PATIENCE)) {
        before.getOutputStream().write(bytes("before"));
        assertThat(read(line, 6)).isEqualTo("before");
        before.close();
        CompletableFuture<String> after = CompletableFuture.supplyAsync(() -> read(line, 5));
        try (Socket next = serial.accept()) {
          next.getOutputStream().write(bytes("after"));
          assertThat(after.get(60, TimeUnit.SECONDS)).isEqualTo("after");
        }
      }
    }
  }
}
