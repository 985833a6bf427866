package org.novabm.api.console;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.api.ApiLimits;
import org.novabm.console.ConsoleViewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** What goes to one caller, in a queue and by a thread of its own: a slow one delays nobody. */
final class ConsoleStream implements ConsoleViewer {

  private static final Logger log = LoggerFactory.getLogger(ConsoleStream.class);

  /** A serial line is slow; who is more than {@link ApiLimits#VIEWER_BYTES} behind is gone. */
  private static final int A_MESSAGE = 128;

  /** So often a viewer is asked for a sign of life, lest he keep his place when he is gone. */
  private static final long SILENCE_SECONDS = 30;

  private final WebSocketSession session;
  private final BlockingQueue<WebSocketMessage<?>> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger bytes = new AtomicInteger();
  private final Thread thread;
  private volatile boolean behind;

  ConsoleStream(WebSocketSession session) {
    this.session = session;
    this.thread = Thread.ofVirtual().name("console-stream").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
  }

  @Override
  public void said(byte[] characters) {
    put(new BinaryMessage(characters));
  }

  @Override
  public void told(String notice) {
    put(new TextMessage(notice));
  }

  private void put(WebSocketMessage<?> message) {
    if (bytes.addAndGet(size(message)) <= ApiLimits.VIEWER_BYTES) {
      waiting.add(message);
    } else {
      behind = true;
      thread.interrupt();
    }
  }

  private static int size(WebSocketMessage<?> message) {
    return message.getPayloadLength() + A_MESSAGE;
  }

  private void run() {
    try {
      while (true) {
        WebSocketMessage<?> next = waiting.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          session.sendMessage(new PingMessage());
        } else {
          session.sendMessage(next);
          bytes.addAndGet(-size(next));
        }
      }
    } catch (InterruptedException e) {
      close(
          behind
              ? CloseStatus.SESSION_NOT_RELIABLE.withReason("too slow to follow the console")
              : CloseStatus.NORMAL);
    } catch (IOException | IllegalStateException e) {
      log.debug("a caller of a console is gone", e);
      close(CloseStatus.SESSION_NOT_RELIABLE);
    }
  }

  private void close(CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException e) {
      log.debug("a caller of a console could not be notified of its end", e);
    }
  }
}
