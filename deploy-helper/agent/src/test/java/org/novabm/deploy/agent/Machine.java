package org.novabm.deploy.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A machine as the server sees it: an address that sends requests. */
final class Machine implements AutoCloseable {

  private static final Pattern SECRET = Pattern.compile("novabm\\.secret=([0-9a-f]{64})");

  /** The lines of an answer to hello. */
  record Answer(Map<String, String> lines) {
    String get(String key) {
      String value = lines.get(key);
      if (value == null) {
        throw new AssertionError("the answer has no " + key + ": " + lines.keySet());
      }
      return value;
    }
  }

  private final HttpClient client;
  private final String base;

  Machine(String base, String address) throws IOException {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.ofLiteral(address))
            .build();
  }

  HttpResponse<byte[]> get(String path, String session) throws IOException, InterruptedException {
    return send(request(path, session).GET());
  }

  HttpResponse<byte[]> post(String path, String session, String form)
      throws IOException, InterruptedException {
    return send(
        request(path, session)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path, String session) {
    URI address = URI.create(path.startsWith("http") ? path : base + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return session.isEmpty() ? request : request.header("X-Novabm-Session", session);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  String script() throws IOException, InterruptedException {
    // the colons as iPXE writes them
    return text(get("/boot.ipxe?mac=" + Rack.MAC.text().replace(":", "%3A"), ""));
  }

  /** The secret of the boot file, fetched now. */
  String secret() throws IOException, InterruptedException {
    Matcher secret = SECRET.matcher(script());
    if (!secret.find()) {
      throw new AssertionError("the boot file has no secret");
    }
    return secret.group(1);
  }

  HttpResponse<byte[]> hello(String secret, long disk) throws IOException, InterruptedException {
    return hello(secret, disk, "");
  }

  /** With what newer agents say beside it, for example {@code &readback=1}. */
  HttpResponse<byte[]> hello(String secret, long disk, String more)
      throws IOException, InterruptedException {
    String known = "mac=" + Rack.MAC + "&secret=" + secret + "&disk_bytes=" + disk;
    return post("/agent/hello", "", known + "&memory_mb=384&cpus=1" + more);
  }

  /** With a secret that is none, as another card. */
  HttpResponse<byte[]> helloOf(String mac, String more) throws IOException, InterruptedException {
    String form = "mac=" + mac + "&secret=" + "0".repeat(64) + "&disk_bytes=1";
    return post("/agent/hello", "", form + more);
  }

  /** First contact as the first agents make it, and what it brought. */
  Answer welcome() throws IOException, InterruptedException {
    return welcome("");
  }

  Answer welcome(String more) throws IOException, InterruptedException {
    Map<String, String> answer = new HashMap<>();
    for (String line : text(hello(secret(), Rack.DISK, more)).lines().toList()) {
      int equals = line.indexOf('=');
      answer.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return new Answer(answer);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
