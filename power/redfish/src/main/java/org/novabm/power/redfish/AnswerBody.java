package org.novabm.power.redfish;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/** A body as it comes. It is paid for before it is kept, and one that is too long ends there. */
final class AnswerBody implements BodySubscriber<byte[]> {

  private final String name;
  private final int longest;
  private final ByteBudget.Share share;
  private final Deadline deadline;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private boolean over;

  AnswerBody(String name, int longest, ByteBudget.Share share, Deadline deadline) {
    this.name = name;
    this.longest = longest;
    this.share = share;
    this.deadline = deadline;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (over) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (!over) {
        take(part);
      }
    }
    if (subscription != null && !over) {
      subscription.request(1);
    }
  }

  private void take(ByteBuffer part) {
    int count = part.remaining();
    try {
      if (bytes.size() + count > longest) {
        throw new BackendException.ProtocolViolation(
            name,
            "its answer is longer than %d KiB (answer_kib in [power:redfish])"
                .formatted(longest >> 10));
      }
      share.take(count * AnswerLimits.HEAP_PER_BYTE, deadline);
    } catch (BackendException e) {
      end();
      whole.completeExceptionally(e);
      return;
    }
    byte[] copy = new byte[count];
    part.get(copy);
    bytes.writeBytes(copy);
  }

  @Override
  public synchronized void onError(Throwable why) {
    whole.completeExceptionally(why);
  }

  @Override
  public synchronized void onComplete() {
    whole.complete(bytes.toByteArray());
  }

  /** Takes nothing any more, from the BMC nor from the share. */
  synchronized void end() {
    over = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
