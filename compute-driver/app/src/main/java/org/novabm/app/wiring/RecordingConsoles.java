package org.novabm.app.wiring;

import org.jspecify.annotations.Nullable;
import org.novabm.console.Consoles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes on with what was recorded of the consoles when the service ended. */
final class RecordingConsoles implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RecordingConsoles.class);

  private final @Nullable Consoles consoles;
  private final String host;
  private volatile boolean running;

  /**
   * The consoles of a host.
   *
   * @param consoles null when nothing is recorded
   */
  RecordingConsoles(@Nullable Consoles consoles, String host) {
    this.consoles = consoles;
    this.host = host;
  }

  @Override
  public void start() {
    Consoles recorded = consoles;
    running = recorded != null;
    if (recorded != null) {
      Thread.ofVirtual().name("consoles").start(() -> resume(recorded));
    }
  }

  private void resume(Consoles recorded) {
    try {
      recorded.resume(host);
    } catch (RuntimeException e) {
      log.warn("the consoles of running instances are not recorded until they are rebooted", e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.RECORD_CONSOLES;
  }
}
