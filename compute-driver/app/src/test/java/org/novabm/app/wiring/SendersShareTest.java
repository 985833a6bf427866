package org.novabm.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.settings.Settings;
import org.novabm.spi.MemoryBound;

class SendersShareTest {

  private static final String BROKER = "[DEFAULT]\ntransport_url = rabbit://u:p@127.0.0.1:1/\n";

  @Test
  void allThatSendersCanFillFitsIntoItsShareOfTheHeap() {
    assertThat(sum(Messaging.bounds(settings("")))).isLessThan(14L << 20);
    assertThat(sum(Messaging.bounds(settings(BROKER)))).isLessThan(14L << 20);
    assertThat(sum(Messaging.bounds(settings(BROKER + "[novabm]\nmessage_kib = 2048\n"))))
        .isGreaterThan(14L << 20);
  }

  private static long sum(List<MemoryBound> bounds) {
    return bounds.stream().mapToLong(MemoryBound::bytes).sum();
  }

  private static Settings settings(String text) {
    return Settings.from(List.of(NovaConfFile.parse("nova.conf", text)));
  }
}
