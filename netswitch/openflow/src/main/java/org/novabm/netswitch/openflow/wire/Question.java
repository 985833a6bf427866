package org.novabm.netswitch.openflow.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFStatsReply;
import org.projectfloodlight.openflow.protocol.OFStatsReplyFlags;

/** A request whose answer is not whole yet; an answer of statistics comes in parts. */
final class Question {

  /** As many flows as no switch has, at some hundred to a part. */
  private static final int MOST_PARTS = 20_000;

  private final List<OFMessage> parts = new ArrayList<>();
  private final CompletableFuture<List<OFMessage>> answer = new CompletableFuture<>();

  CompletableFuture<List<OFMessage>> answer() {
    return answer;
  }

  /** Only the connection's reader calls this. */
  void take(OFMessage part) {
    parts.add(part);
    if (parts.size() > MOST_PARTS) {
      answer.completeExceptionally(
          new IllegalStateException("an answer of more than " + MOST_PARTS + " parts"));
    } else if (!(part instanceof OFStatsReply reply)
        || !reply.getFlags().contains(OFStatsReplyFlags.REPLY_MORE)) {
      answer.complete(parts);
    }
  }

  void fail(Exception why) {
    answer.completeExceptionally(why);
  }
}
