package org.novabm.deploy.agent.http;

import io.netty.channel.FileRegion;
import io.netty.util.AbstractReferenceCounted;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One part of a content on its way out. Closes the content when it has left, or never will. */
final class Outflow extends AbstractReferenceCounted implements FileRegion {

  private static final Logger LOG = LoggerFactory.getLogger(Outflow.class);

  /** So that one fast reader does not keep a thread from the others for long. */
  private static final long MOST_AT_ONCE = 1 << 20;

  private final Answer.Content content;
  private final Part part;
  private final LongConsumer progress;
  private final long start = System.nanoTime();
  private volatile long written;

  /**
   * A transfer that has not begun.
   *
   * @param progress told how many bytes were taken each time
   */
  Outflow(Answer.Content content, Part part, LongConsumer progress) {
    this.content = content;
    this.part = part;
    this.progress = progress;
  }

  @Override
  public long transferTo(WritableByteChannel to, long position) throws IOException {
    long left = part.bytes() - position;
    if (left == 0) {
      return 0;
    }
    long from = part.from() + position;
    long taken = content.body().writeTo(to, from, Math.min(left, MOST_AT_ONCE));
    if (taken > 0) {
      written = position + taken;
      content.watch().sent(from, from + taken);
      progress.accept(taken);
    }
    return taken;
  }

  /** How long it has lasted. */
  long nanos() {
    return System.nanoTime() - start;
  }

  /** Bytes a second since it began. */
  double rate() {
    return written * 1e9 / Math.max(1, nanos());
  }

  boolean known() {
    return content.watch().known();
  }

  Watch watch() {
    return content.watch();
  }

  @Override
  public long position() {
    return part.from();
  }

  @Override
  public long transferred() {
    return written;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public long transfered() {
    return written;
  }

  @Override
  public long count() {
    return part.bytes();
  }

  @Override
  public FileRegion retain() {
    super.retain();
    return this;
  }

  @Override
  public FileRegion retain(int increment) {
    super.retain(increment);
    return this;
  }

  @Override
  public FileRegion touch() {
    return this;
  }

  @Override
  public FileRegion touch(Object hint) {
    return this;
  }

  @Override
  protected void deallocate() {
    try {
      content.body().close();
    } catch (IOException e) {
      LOG.warn("a file that was being sent did not close", e);
    }
  }
}
