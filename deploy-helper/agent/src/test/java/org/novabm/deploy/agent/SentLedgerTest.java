package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentLedgerTest {

  private static final UUID DEPLOYMENT = UUID.randomUUID();
  private static final SessionKey FORMER = new SessionKey(DEPLOYMENT, "former");
  private static final SessionKey NOW = new SessionKey(DEPLOYMENT, "now");

  private final SentLedger ledger = new SentLedger();

  @Test
  void whatIsStillSentToAFormerSessionCountsForThatOneAlone() {
    ledger.begin(FORMER);
    ledger.begin(NOW);

    ledger.sent(FORMER, DeliveryListener.Content.IMAGE, 0, 1000);
    ledger.sent(NOW, DeliveryListener.Content.IMAGE, 0, 10);

    assertThat(ledger.of(NOW).image().count()).isEqualTo(10);
    assertThat(ledger.of(FORMER).image().count()).isEqualTo(1000);
  }

  @Test
  void aSessionThatEndsOrIsTurnedAwayTakesNothingFromAnother() {
    ledger.sent(NOW, DeliveryListener.Content.IMAGE, 0, 10);

    ledger.begin(FORMER);
    ledger.end(FORMER);

    assertThat(ledger.of(NOW).image().count()).isEqualTo(10);
    assertThat(ledger.sessions()).containsExactly(NOW);
  }

  @Test
  void ofTooManyTheOneThatWasSentToLongestAgoIsForgotten() {
    ledger.sent(NOW, DeliveryListener.Content.IMAGE, 0, 10);
    for (int i = 0; i < SentLedger.MOST; i++) {
      ledger.begin(new SessionKey(DEPLOYMENT, "other " + i));
    }

    assertThat(ledger.of(NOW)).isEqualTo(SentLedger.Sent.NOTHING);
    assertThat(ledger.sessions()).hasSize(SentLedger.MOST);
  }
}
