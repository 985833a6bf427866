package org.novabm.rack.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls as the ramdisk makes them: what the server is not ready for is asked again. */
final class DeployCalls {

  private static final Logger LOG = LoggerFactory.getLogger(DeployCalls.class);

  private static final int NOT_YET = 503;
  private static final int TRIES = 120;
  private static final Duration BETWEEN = Duration.ofMillis(250);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  HttpResponse<InputStream> get(URI address) throws IOException, InterruptedException {
    return get(address, "");
  }

  HttpResponse<InputStream> get(URI address, String session)
      throws IOException, InterruptedException {
    return answered(request(address, session).GET().build());
  }

  HttpResponse<InputStream> post(URI address, String session, String form)
      throws IOException, InterruptedException {
    return answered(
        request(address, session)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static HttpRequest.Builder request(URI address, String session) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(5));
    return session.isEmpty() ? request : request.header("X-Novabm-Session", session);
  }

  static InputStream checked(HttpResponse<InputStream> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(answer.uri().getPath() + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  static String text(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = checked(answer)) {
      return new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8);
    }
  }

  /** As the ramdisk does: whoever does not answer, or not yet, is asked again. */
  private HttpResponse<InputStream> answered(HttpRequest request)
      throws IOException, InterruptedException {
    for (int i = 1; i < TRIES; i++) {
      try {
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != NOT_YET) {
          return answer;
        }
        answer.body().close();
      } catch (ConnectException e) {
        throw e;
      } catch (IOException e) {
        LOG.debug("{} is asked for again: {}", request.uri(), e.toString());
      }
      Thread.sleep(BETWEEN);
    }
    return http.send(request, BodyHandlers.ofInputStream());
  }
}
