package org.novabm.deploy.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Body;
import org.novabm.deploy.agent.http.Watch;

/** What the desks say, as the port sends it. */
final class Answers {

  private Answers() {}

  static Answer of(TextReply reply) {
    return new Answer.Text(reply.status(), reply.text());
  }

  /**
   * A file as it is now.
   *
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  static Answer of(Path file, Watch watch) throws IOException {
    return of(file, Body.OfFile.etag(file), watch);
  }

  /**
   * A file whose content is known.
   *
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  static Answer of(Path file, String etag, Watch watch) throws IOException {
    return new Answer.Content(Body.OfFile.open(file), etag, watch);
  }

  /**
   * Bytes in memory.
   *
   * @param whenClosed runs when they are sent, or will not be
   */
  static Answer of(byte[] bytes, Runnable whenClosed, String etag, Watch watch) {
    return new Answer.Content(new Body.OfBytes(ByteBuffer.wrap(bytes), whenClosed), etag, watch);
  }
}
