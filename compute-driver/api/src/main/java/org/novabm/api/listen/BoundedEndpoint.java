package org.novabm.api.listen;

import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
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
  protected SocketProcessorBase<NioChannel> createSocketProcessor(
      SocketWrapperBase<NioChannel> connection, SocketEvent event) {
    return new WatchedReading(connection, event);
  }

  /** Says when a thread of ours begins with what a caller sent, and when it has read it. */
  private final class WatchedReading extends SocketProcessor {

    WatchedReading(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
      super(connection, event);
    }

    @Override
    protected void doRun() {
      // let go of before the end
      String address = socketWrapper.getRemoteAddr();
      int port = socketWrapper.getRemotePort();
      Visits known = Objects.requireNonNull(visits);
      known.beginRead(address, port);
      try {
        super.doRun();
      } finally {
        known.endRead(address, port);
      }
    }
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
