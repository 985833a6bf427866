package org.novabm.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request written by hand, for headers that no HTTP client lets one set. */
record RawCall(InetAddress address, int port) {

  /** The first line of the answer to a GET with exactly these header lines. */
  String statusOf(String path, String... headers) throws IOException {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return send("GET " + path + " HTTP/1.1\r\n" + lines + "Connection: close\r\n\r\n");
  }

  /** The first line of the answer to these bytes. */
  String send(String request) throws IOException {
    try (Socket socket = new Socket(address, port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.lines().findFirst().orElse("");
    }
  }
}
