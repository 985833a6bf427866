package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novabm.spi.MacAddress;
import org.novabm.spi.contract.deploy.InMemoryJobBook;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.ImageRef;

/** Somebody who tries one MAC after the other. */
class ScanTest {

  private static final InetAddress SCANNER = InetAddress.ofLiteral("10.77.0.66");

  private final InMemoryJobBook book = new InMemoryJobBook();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private @Nullable MacAddress seen;

  private BootDesk desk(int misses, int perMinute) {
    Lookout lookout = address -> seen;
    Doorkeeper door = new Doorkeeper(lookout, true, Duration.ofMinutes(10), () -> now);
    return new BootDesk(
        new AgentJobs(book),
        door,
        new Guesses(budget(misses, perMinute), budget(misses, perMinute)));
  }

  private MissBudget budget(int misses, int perMinute) {
    return new MissBudget(misses, perMinute, () -> now, 20260101);
  }

  private static MacAddress mac(int last) {
    return new MacAddress("52:54:00:00:%02x:%02x".formatted(last >> 8, last & 255));
  }

  private void published(int card) {
    DeployOrder order =
        new DeployOrder(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "node " + card,
            List.of(mac(card)),
            new ImageRef("user", null, "raw"),
            1L << 30,
            Map.of());
    AgentContact prepared = AgentContact.prepared("RAW 1 1 0 /image", 1);
    new AgentJobs(book)
        .put(order, Contacts.published(prepared, false, now.plus(Duration.ofHours(1))));
  }

  @Test
  void tryingAllCardsOfAKindDoesNotFindTheOneThatIsDeployedInMinutes() {
    published(0xbeef);
    BootDesk desk = desk(20, 12);
    List<String> found = new ArrayList<>();
    for (int card = 0; card < 1 << 16; card++) {
      // 65,536 in five minutes
      now = now.plusNanos(Duration.ofMinutes(5).toNanos() >> 16);
      @Nullable String secret = desk.secretFor(mac(card), SCANNER);
      if (secret != null) {
        found.add(secret);
      }
    }

    assertThat(found).isEmpty();
    assertThat(desk.secretFor(mac(0xbeef), InetAddress.ofLiteral("10.77.0.100"))).isNotNull();
  }

  @Test
  void whoMissedTooOftenIsToldNothingUntilTimeHasPassed() {
    published(7);
    BootDesk desk = desk(5, 12);
    for (int i = 100; i < 110; i++) {
      desk.secretFor(mac(i), SCANNER);
    }
    assertThat(desk.secretFor(mac(7), SCANNER)).isNull();
    now = now.plusSeconds(4);
    assertThat(desk.secretFor(mac(7), SCANNER)).isNull();
    now = now.plusSeconds(1);
    assertThat(desk.secretFor(mac(7), SCANNER)).isNotNull();
  }

  @Test
  void aRackBehindOneAddressIsServed() {
    BootDesk desk =
        desk(IdentitySettings.STANDARD.misses(), IdentitySettings.STANDARD.missesPerMinute());
    for (int card = 0; card < 40; card++) {
      published(card);
    }
    for (int round = 0; round < 3; round++) {
      for (int card = 0; card < 80; card++) {
        // every second one has nothing to boot, and asks once
        @Nullable String secret =
            card < 40 || round == 0 ? desk.secretFor(mac(card), SCANNER) : null;
        assertThat(secret != null).as("card %d", card).isEqualTo(card < 40);
      }
    }
  }

  @Test
  void aMachineThatIsSeenMayAskForItsOwnFileHoweverManyOthersGuess() {
    published(7);
    BootDesk desk = desk(5, 12);
    for (int i = 100; i < 110; i++) {
      desk.secretFor(mac(i), SCANNER);
    }
    seen = mac(7);

    assertThat(desk.secretFor(mac(7), SCANNER)).isNotNull();
  }

  @Test
  void aFloodOfForgedAddressesNeitherPaysADebtNorMakesANewcomersOne() {
    MissBudget budget = budget(10, 1);
    for (int i = 0; i < 10; i++) {
      assertThat(budget.take(SCANNER)).isTrue();
    }
    for (int i = 0; i < 10_000; i++) {
      budget.take(InetAddress.ofLiteral("10.%d.%d.1".formatted(i >> 8, i & 255)));
    }

    assertThat(budget.take(SCANNER)).isFalse();
    for (int i = 0; i < 256; i++) {
      assertThat(budget.take(InetAddress.ofLiteral("192.0.2." + i))).as("newcomer %d", i).isTrue();
    }
    now = now.plus(Duration.ofMinutes(2));
    assertThat(budget.take(SCANNER)).isTrue();
  }

  @Test
  void aNewcomerIsServedByTftpHoweverManyForgedAddressesMissed() {
    published(7);
    BootDesk desk =
        desk(IdentitySettings.STANDARD.misses(), IdentitySettings.STANDARD.missesPerMinute());
    for (int i = 0; i < 50_000; i++) {
      desk.offer(mac(100), InetAddress.ofLiteral("10.%d.%d.1".formatted(i >> 8, i & 255)));
    }

    assertThat(desk.offer(mac(7), InetAddress.ofLiteral("192.0.2.1"))).isNotNull();
  }

  @Test
  void whatWasAskedByUdpInAnothersNameIsNotHeldAgainstHimByHttp() {
    published(7);
    BootDesk desk = desk(5, 12);
    for (int i = 100; i < 110; i++) {
      desk.offer(mac(i), SCANNER);
    }

    assertThat(desk.offer(mac(7), SCANNER)).isNull();
    assertThat(desk.secretFor(mac(7), SCANNER)).isNotNull();
  }

  @Test
  void anIpv6ClientIsOneWhateverAddressOfItsNetworkItTakes() {
    MissBudget budget = budget(2, 1);

    assertThat(budget.take(InetAddress.ofLiteral("fd00::1"))).isTrue();
    assertThat(budget.take(InetAddress.ofLiteral("fd00::2"))).isTrue();
    assertThat(budget.take(InetAddress.ofLiteral("fd00::3"))).isFalse();
    assertThat(budget.take(InetAddress.ofLiteral("fd00:0:0:1::3"))).isTrue();
  }
}
