package org.novabm.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.console.ConsoleSeat.Role;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.Node;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.ConsoleAccess.Claim;

/** Who is at a console, and what is recorded of it. */
class ConsolesTest {

  private static final UUID INSTANCE = UUID.randomUUID();

  @TempDir private Path folder;

  private final MemoryNodeStore nodes = new MemoryNodeStore();
  private final TalkingMachine machine = new TalkingMachine();
  private final Onlooker viewer = new Onlooker();
  private Consoles consoles;

  @BeforeEach
  void register() {
    consoles = consoles(100_000);
    nodes.addStandard(1024);
    nodes.claim(1, new Occupant(INSTANCE, "web"));
  }

  @AfterEach
  void leave() {
    consoles.close();
    await().until(() -> machine.open.get() == 0);
  }

  private Consoles consoles(long most) {
    Devices devices =
        new Devices(
            machine, nodes, SwitchStore.none(), DeviceBudget.STANDARD, InstantSource.system());
    return new Consoles(nodes, devices, new ConsoleLogs(folder, most, nodes));
  }

  private Node node() {
    return Objects.requireNonNull(nodes.find(1));
  }

  private ConsoleSeat sit(Role role) {
    return consoles.join(node(), viewer, role, Claim.IF_FREE);
  }

  private void awaitOpen(int openings) {
    await().untilAsserted(() -> assertThat(machine.openings).hasValue(openings));
  }

  @Test
  void anInstancesConsoleIsRecordedLineByLineWithoutSecrets() throws Exception {
    consoles.begin(node());
    awaitOpen(1);
    machine.say("Linux version 6.1\r\nroot pass");
    machine.say("word: hunter2\r\nBMC of secret\r\nlogin: ");
    await()
        .untilAsserted(
            () ->
                assertThat(consoles.output(INSTANCE, 0))
                    .isEqualTo("Linux version 6.1\r\nroot password: ***\r\nBMC of ***\r\nlogin: "));
    assertThat(consoles.output(INSTANCE, 2)).isEqualTo("BMC of ***\r\nlogin: ");
    assertThat(consoles.output(node(), 1)).isEqualTo("login: ");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(node().uuid().toString()))))
        .isEqualTo("rwx------");
  }

  @Test
  void theLogIsBounded() {
    consoles.close();
    consoles = consoles(2000);
    consoles.begin(node());
    awaitOpen(1);
    for (int i = 0; i < 1000; i++) {
      machine.say("line %03d\n".formatted(i));
    }
    await().untilAsserted(() -> assertThat(consoles.output(INSTANCE, 1)).isEqualTo("line 999\n"));
    assertThat(consoles.output(INSTANCE, 0)).hasSizeBetween(900, 2000);
  }

  @Test
  void theNextInstanceSeesNothingOfTheOneBefore() {
    consoles.begin(node());
    awaitOpen(1);
    machine.say("mine alone\n");
    await().untilAsserted(() -> assertThat(consoles.output(INSTANCE, 0)).isEqualTo("mine alone\n"));
    consoles.end(node());
    nodes.release(1, INSTANCE);
    nodes.change(1, ProvisionState.AVAILABLE, null);
    await().until(() -> machine.open.get() == 0);
    assertThat(consoles.output(INSTANCE, 0)).isNull();
    assertThat(consoles.output(node(), 0)).isEqualTo("mine alone\n");

    UUID next = UUID.randomUUID();
    nodes.claim(1, new Occupant(next, "db"));
    assertThat(consoles.output(node(), 0)).isNull();
    consoles.begin(node());
    awaitOpen(2);
    machine.say("another's\n");
    await().untilAsserted(() -> assertThat(consoles.output(next, 0)).isEqualTo("another's\n"));
  }

  @Test
  void onlyTheLastButOneLogIsKept() throws Exception {
    for (int i = 0; i < 4; i++) {
      UUID instance = UUID.randomUUID();
      nodes.release(1, node().occupant() == null ? INSTANCE : node().occupant().instance());
      nodes.change(1, ProvisionState.AVAILABLE, null);
      nodes.claim(1, new Occupant(instance, "vm" + i));
      consoles.begin(node());
      awaitOpen(i + 1);
      machine.say("hello\n");
      await().untilAsserted(() -> assertThat(consoles.output(instance, 0)).isEqualTo("hello\n"));
      consoles.end(node());
      await().until(() -> machine.open.get() == 0);
    }
    try (var files = Files.list(folder.resolve(node().uuid().toString()))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void severalLookOnAndOneTypes() {
    try (ConsoleSeat first = sit(Role.KEYBOARD)) {
      awaitOpen(1);
      Onlooker other = new Onlooker();
      try (ConsoleSeat second = consoles.join(node(), other, Role.KEYBOARD, Claim.IF_FREE)) {
        machine.say("login: ");
        await().untilAsserted(() -> assertThat(viewer.seen).hasToString("login: "));
        await().untilAsserted(() -> assertThat(other.seen).hasToString("login: "));
        assertThat(other.notices.get()).contains("another has the keyboard; you look on");
        assertThat(second.role()).isEqualTo(Role.VIEW);
        assertThat(second.type("no".getBytes(StandardCharsets.UTF_8))).isZero();
        second.sendBreak();
        assertThat(first.type("root".getBytes(StandardCharsets.UTF_8))).isEqualTo(4);
        first.sendBreak();
        assertThat(machine.typed).hasToString("root<break>");
      }
      assertThat(machine.open).hasValue(1);
    }
    await().until(() -> machine.open.get() == 0);
    assertThat(machine.openings).hasValue(1);
  }

  @Test
  void aBrokenLineIsOpenedAgain() {
    consoles.begin(node());
    awaitOpen(1);
    machine.say("before\n");
    await().untilAsserted(() -> assertThat(consoles.output(INSTANCE, 0)).isEqualTo("before\n"));
    machine.breakLine();
    awaitOpen(2);
    machine.say("after\n");
    await()
        .untilAsserted(() -> assertThat(consoles.output(INSTANCE, 0)).isEqualTo("before\nafter\n"));
  }

  @Test
  void whoComesIsToldWhyThereIsNoConsoleAndTriesAtOnce() {
    machine.trouble = new BackendException.Refused("bmc", "somebody else is at the line");
    try (ConsoleSeat first = sit(Role.KEYBOARD)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(viewer.notices.get())
                      .contains("somebody else is at the line; tried again in"));
      assertThat(first.type("x".getBytes(StandardCharsets.UTF_8))).isZero();
      machine.trouble = null;
      consoles.join(node(), new Onlooker(), Role.VIEW, Claim.TAKE_OVER).close();
      awaitOpen(1);
      assertThat(machine.takeovers).hasValue(1);
    }
  }

  @Test
  void aNodeThatWasRemovedIsNotRecordedAnyMore() {
    consoles.begin(node());
    awaitOpen(1);
    Node removed = node();
    nodes.delete(1, true);
    machine.breakLine();
    await().until(() -> machine.open.get() == 0);
    try (ConsoleSeat seat = consoles.join(removed, viewer, Role.VIEW, Claim.IF_FREE)) {
      await()
          .untilAsserted(
              () -> assertThat(viewer.notices.get()).contains("is not registered any more"));
      assertThat(seat.role()).isEqualTo(Role.VIEW);
    }
    assertThat(machine.openings).hasValue(1);
  }

  @Test
  void recordingGoesOnAfterARestart() {
    consoles.resume("host1");
    awaitOpen(1);
    consoles.resume("host1");
    nodes.addStandard(1024);
    consoles.resume("host1");
    machine.say("still here\n");
    await().untilAsserted(() -> assertThat(consoles.output(INSTANCE, 0)).isEqualTo("still here\n"));
    assertThat(machine.openings).hasValue(1);
  }
}
