package org.novabm.cli;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A console on this terminal: writes what the machine says, and what there is to say about it to
 * the other stream. Keys are sent one after the other, as a WebSocket wants.
 */
final class LiveConsole implements WebSocket.Listener {

  private static final int LEFT = WebSocket.NORMAL_CLOSURE;
  private static final int BROKEN = 1006;

  private final Terminal terminal;
  private final CharacterStream characters = new CharacterStream();
  private final StringBuilder notice = new StringBuilder();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();

  LiveConsole(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Waits until somebody ends it; the status says who (RFC 6455, section 7.4). */
  ExitCode await() {
    return switch (end.join()) {
      case LEFT -> ExitCode.OK;
      case BROKEN -> ExitCode.UNREACHABLE;
      default -> ExitCode.REFUSED;
    };
  }

  /** Takes the keys of the terminal until there are no more, or the operator leaves. */
  void follow(WebSocket socket) {
    EscapeKeys keys = new EscapeKeys(sender(socket));
    byte[] buffer = new byte[256];
    try {
      for (int read = terminal.in().read(buffer); read >= 0 && !end.isDone(); ) {
        keys.feed(buffer, read);
        read = terminal.in().read(buffer);
      }
    } catch (IOException | CompletionException e) {
      if (!end.isDone()) {
        tell("no more keys are taken: " + e.getMessage());
      }
    }
  }

  private EscapeKeys.Listener sender(WebSocket socket) {
    return new EscapeKeys.Listener() {
      @Override
      public void typed(byte[] keys) {
        socket.sendBinary(ByteBuffer.wrap(keys), true).join();
      }

      @Override
      public void breakWanted() {
        socket.sendText("break", true).join();
      }

      @Override
      public void helpWanted() {
        tell(EscapeKeys.HELP);
      }

      @Override
      public void leave() {
        terminal.err().print("\r\n");
        terminal.err().flush();
        socket.sendClose(LEFT, "").join();
        end.complete(LEFT);
      }
    };
  }

  /** On a line of its own, also where the terminal does not begin one by itself. */
  void tell(String text) {
    terminal.err().print("\r\n[" + text + "]\r\n");
    terminal.err().flush();
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    terminal.out().print(characters.next(data));
    terminal.out().flush();
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    notice.append(data);
    if (last) {
      tell(notice.toString());
      notice.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    end.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    tell("the connection to the service broke: " + error.getMessage());
    end.complete(BROKEN);
  }
}
