package org.novabm.netswitch.openflow.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFStatsReply;
import org.projectfloodlight.openflow.protocol.OFStatsReplyFlags;

/**
 * A request whose answer is not whole yet; an answer of statistics comes in parts. Each is used as
 * it comes, so that an answer is never held as messages, which are ten times what was sent.
 */
final class Question {

  /**
   * The reader waits no longer for room, or a slow asker of another switch would keep this one's
   * echoes unread and unanswered until either side takes the other for dead.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Consumer<OFMessage> use;
  private final ByteBudget.Share share;
  private final Deadline deadline;
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private boolean over;

  /**
   * A question.
   *
   * @param use of each part, on the reader's thread; may throw what the asking one is to get
   * @param share pays for the parts
   */
  Question(Consumer<OFMessage> use, ByteBudget.Share share, Deadline deadline) {
    this.use = use;
    this.share = share;
    this.deadline = deadline;
  }

  CompletableFuture<Void> answered() {
    return answered;
  }

  /** Only the connection's reader calls this. */
  synchronized void take(OFMessage part, int bytes) {
    if (over) {
      return;
    }
    try {
      share.take(bytes, deadline.butWithin(LONGEST_WAIT));
      use.accept(part);
    } catch (BackendException e) {
      fail(e);
      return;
    }
    if (!(part instanceof OFStatsReply reply)
        || !reply.getFlags().contains(OFStatsReplyFlags.REPLY_MORE)) {
      over = true;
      answered.complete(null);
    }
  }

  synchronized void fail(Exception why) {
    over = true;
    answered.completeExceptionally(why);
  }

  /** Takes no part any more, nor bytes from the share. */
  synchronized void giveUp() {
    over = true;
  }
}
