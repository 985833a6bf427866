package org.novabm.deploy.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;

/**
 * Images by http and https. Redirects are followed by hand: a bounded number, and only to where the
 * first address might have pointed.
 */
final class HttpImages implements AutoCloseable {

  private static final int MAX_REDIRECTS = 5;

  private final HttpClient client;
  private final Duration silence;

  HttpImages(Duration silence) {
    this.silence = silence;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(silence)
            .build();
  }

  /** True for references this class opens. */
  static boolean handles(String reference) {
    String lower = reference.toLowerCase(Locale.ROOT);
    return lower.startsWith("http:") || lower.startsWith("https:");
  }

  ImageSource open(String reference) {
    URI address = parsed(reference, reference);
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      HttpResponse<InputStream> response = get(address);
      if (response.statusCode() / 100 != 3) {
        return source(address, response);
      }
      discard(response.body());
      address = target(address, response.headers());
    }
    throw refused(address, "redirects more than " + MAX_REDIRECTS + " times");
  }

  private HttpResponse<InputStream> get(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(silence).header("Accept", "*/*").build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new BackendException.Unreachable(display(address), "does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(display(address), "fetching was interrupted", e);
    }
  }

  private ImageSource source(URI address, HttpResponse<InputStream> response) {
    int status = response.statusCode();
    HttpHeaders headers = response.headers();
    if (status != 200) {
      discard(response.body());
      throw status >= 500 || status == 408 || status == 429
          ? new BackendException.Unreachable(display(address), "answers HTTP status " + status)
          : refused(address, "answers HTTP status " + status);
    }
    if (headers.firstValue("Content-Type").orElse("").startsWith("text/html")) {
      discard(response.body());
      throw refused(address, "answers with a web page, not with an image");
    }
    long length = headers.firstValueAsLong("Content-Length").orElse(-1);
    return new ImageSource(
        new WatchedStream(response.body(), silence), length, version(headers, length));
  }

  private static @Nullable String version(HttpHeaders headers, long length) {
    String tag = headers.firstValue("ETag").orElse("");
    String date = headers.firstValue("Last-Modified").orElse("");
    return tag.isEmpty() && date.isEmpty() ? null : length + " " + tag + " " + date;
  }

  private static URI target(URI from, HttpHeaders headers) {
    String location =
        headers
            .firstValue("Location")
            .orElseThrow(() -> refused(from, "redirects without saying where to"));
    URI to = parsed(from.resolve(parsed(location, display(from))).toString(), display(from));
    if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
      throw refused(from, "redirects from https to http");
    }
    return to;
  }

  private static URI parsed(String text, String from) {
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      // the text may hold a password; the exception would repeat it
      throw new BackendException.Refused("image source", "an image's address is not a valid one");
    }
    if (address.isAbsolute() && (!handles(text) || address.getHost() == null)) {
      throw new BackendException.Refused(
          handles(from) ? display(URI.create(from)) : from,
          "leads to an address that is not http or https");
    }
    if (address.getUserInfo() != null) {
      throw refused(address, "carries a user name in its address; that is not supported");
    }
    return address;
  }

  /** Without the query: temporary addresses carry their signature there. */
  static String display(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return "image " + address.getScheme() + "://" + address.getHost() + port + address.getPath();
  }

  private static BackendException refused(URI address, String text) {
    return new BackendException.Refused(display(address), text);
  }

  private static void discard(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // an answer nobody wants; closing it ends the connection either way
      return;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
