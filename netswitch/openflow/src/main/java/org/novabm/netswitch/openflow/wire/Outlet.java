package org.novabm.netswitch.openflow.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFMessage;

/**
 * What is sent to a switch, a message after the other. A write has no time limit of its own, and a
 * switch that does not read would hold us for ever: the connection is ended then.
 */
final class Outlet {

  private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
  private static final String DEAF = "it does not read what it is sent";

  private final Guest guest;
  private final OutputStream output;
  private final ScheduledExecutorService clock;
  private final ReentrantLock writing = new ReentrantLock();

  Outlet(Guest guest, OutputStream output, ScheduledExecutorService clock) {
    this.guest = guest;
    this.output = output;
    this.clock = clock;
  }

  /**
   * Sends all of them.
   *
   * @throws BackendException.Unreachable when the connection breaks, or others are sending until
   *     the deadline
   */
  void send(List<? extends OFMessage> messages, Deadline deadline) {
    ByteBuf bytes = Unpooled.buffer();
    messages.forEach(message -> message.writeTo(bytes));
    try {
      if (!writing.tryLock(deadline.butWithin(LONGEST_WRITE).leftMillis(), TimeUnit.MILLISECONDS)) {
        throw new BackendException.Unreachable(guest.display(), DEAF);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(guest.display(), "interrupted", e);
    }
    try {
      write(bytes);
    } finally {
      writing.unlock();
    }
  }

  private void write(ByteBuf bytes) {
    Future<?> alarm =
        clock.schedule(() -> guest.hangUp(DEAF), LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
    try {
      bytes.readBytes(output, bytes.readableBytes());
      output.flush();
    } catch (IOException e) {
      guest.hangUp("the connection broke");
      throw new BackendException.Unreachable(guest.display(), "the connection broke", e);
    } finally {
      alarm.cancel(false);
    }
  }
}
