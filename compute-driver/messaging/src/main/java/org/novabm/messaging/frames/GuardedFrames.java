package org.novabm.messaging.frames;

import com.rabbitmq.client.impl.AMQConnection;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.FrameHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** The library's own way to read and write frames, with a guard behind the reading. */
final class GuardedFrames implements FrameHandler {

  private final FrameHandler frames;
  private final FrameGuard guard;

  GuardedFrames(FrameHandler frames, FrameGuard guard) {
    this.frames = frames;
    this.guard = guard;
  }

  @Override
  public @Nullable Frame readFrame() throws IOException {
    Frame frame = frames.readFrame();
    return frame == null ? null : guard.pass(frame);
  }

  @Override
  public void close() {
    frames.close();
    guard.close();
  }

  @Override
  public boolean internalHearbeat() {
    return frames.internalHearbeat();
  }

  @Override
  public void setTimeout(int millis) throws SocketException {
    frames.setTimeout(millis);
  }

  @Override
  public int getTimeout() throws SocketException {
    return frames.getTimeout();
  }

  @Override
  public void sendHeader() throws IOException {
    frames.sendHeader();
  }

  @Override
  public void initialize(AMQConnection connection) {
    frames.initialize(connection);
  }

  @Override
  public void finishConnectionNegotiation() {
    frames.finishConnectionNegotiation();
  }

  @Override
  public void writeFrame(Frame frame) throws IOException {
    frames.writeFrame(frame);
  }

  @Override
  public void flush() throws IOException {
    frames.flush();
  }

  @Override
  public InetAddress getLocalAddress() {
    return frames.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return frames.getLocalPort();
  }

  @Override
  public InetAddress getAddress() {
    return frames.getAddress();
  }

  @Override
  public int getPort() {
    return frames.getPort();
  }
}
