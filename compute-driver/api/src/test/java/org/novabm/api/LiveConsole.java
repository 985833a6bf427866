package org.novabm.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A caller of a console by WebSocket; keeps what it sees. */
final class LiveConsole implements WebSocket.Listener, AutoCloseable {

  final AtomicReference<String> seen = new AtomicReference<>("");
  final AtomicReference<String> notices = new AtomicReference<>("");
  final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;

  LiveConsole(int port, String path, String... headers) {
    WebSocket.Builder builder =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("X-Auth-Token", GuardedService.TOKEN);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), this).join();
  }

  void type(String keys) {
    socket.sendBinary(ByteBuffer.wrap(keys.getBytes(StandardCharsets.UTF_8)), true).join();
  }

  void say(String word) {
    socket.sendText(word, true).join();
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    seen.accumulateAndGet(StandardCharsets.UTF_8.decode(data).toString(), String::concat);
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    notices.accumulateAndGet(data + (last ? "\n" : ""), String::concat);
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status + " " + reason);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {
    // the service may have closed it a moment ago
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket).join();
  }
}
