package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PassedOverTest {

  @Test
  void allAreNamedInOneLineWithoutTheirValues() {
    Settings settings = Texts.settings("[DEFAULT]\nverbose = yes\nadmin_password = hush\n");
    Logger logger = (Logger) LoggerFactory.getLogger(Settings.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    Level before = logger.getLevel();
    logger.setLevel(Level.DEBUG);
    try {
      settings.logPassedOver();
    } finally {
      logger.setLevel(before);
      logger.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "ignored, because they have no effect here (debug = true says why):"
                + " [DEFAULT] verbose (nova.conf:2), [DEFAULT] admin_password (nova.conf:3)",
            "nova.conf:2: [DEFAULT] verbose is passed over: this service does not need it",
            "nova.conf:3: [DEFAULT] admin_password is passed over: this service does not need it");
    assertThat(lines.list)
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(Level.INFO, Level.DEBUG, Level.DEBUG);
  }
}
