package org.novabm.messaging.frames;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** A message's body, or why there is none. Closed by whom it was given to, once or more often. */
public sealed interface Content extends AutoCloseable {

  /** Bytes that the sender sent. */
  long size();

  @Override
  default void close() {}

  /** A body that can be read, any number of times until it is closed. */
  sealed interface Whole extends Content {

    InputStream open();

    /** The first bytes, for the log. */
    byte[] start(int most);
  }

  /** On the heap. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Inline(byte[] bytes) implements Whole {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] start(int most) {
      return Arrays.copyOf(bytes, Math.min(most, bytes.length));
    }
  }

  /** Outside the heap. */
  final class Held implements Whole {

    private final HeldBody body;

    Held(HeldBody body) {
      this.body = body;
    }

    @Override
    public long size() {
      return body.size();
    }

    @Override
    public InputStream open() {
      return body.open();
    }

    @Override
    public byte[] start(int most) {
      return body.start(most);
    }

    @Override
    public void close() {
      body.close();
    }
  }

  /**
   * Not kept.
   *
   * @param reason follows "it"; quotes nothing of the message
   */
  record Refused(long size, String reason) implements Content {}
}
