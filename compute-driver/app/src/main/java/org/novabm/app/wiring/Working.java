package org.novabm.app.wiring;

import org.novabm.store.work.WorkLoop;
import org.springframework.context.SmartLifecycle;

/** Starts the loop; what waits on record is gone on with at once. */
final class Working implements SmartLifecycle {

  private final WorkLoop wakeups;
  private volatile boolean running;

  Working(WorkLoop wakeups) {
    this.wakeups = wakeups;
  }

  @Override
  public void start() {
    wakeups.start();
    running = true;
  }

  @Override
  public void stop() {
    if (running) {
      running = false;
      wakeups.close();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.WORK;
  }
}
