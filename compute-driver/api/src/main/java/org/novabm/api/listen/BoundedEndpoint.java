package org.novabm.api.listen;

import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/** Tomcat's listener with our doorkeeper: its own deadlines are for the next byte alone. */
final class BoundedEndpoint extends NioEndpoint {

  private static final long EVERY_MILLIS = 250;

  private volatile @Nullable Visits visits;
  private volatile @Nullable ScheduledFuture<?> sweeping;

  void guardedBy(Visits doorkeeper) {
    this.visits = doorkeeper;
  }

  @Override
  public void startInternal() throws Exception {
    Visits known = Objects.requireNonNull(visits, "a connector that nothing bounds");
    super.startInternal();
    sweeping =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                known::sweep, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stopInternal() {
    ScheduledFuture<?> task = sweeping;
    if (task != null) {
      task.cancel(false);
    }
    super.stopInternal();
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    if (!Objects.requireNonNull(visits).admit(socket)) {
      // Tomcat closes what it is refused only once it has made something of it
      destroySocket(socket);
      return false;
    }
    return super.setSocketOptions(socket);
  }
}
