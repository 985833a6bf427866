package org.novabm.deploy.image;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageText;

/**
 * Images by http and https. Redirects are followed by hand: a bounded number, and only to where the
 * first address might have pointed.
 */
final class HttpImages implements AutoCloseable {

  private static final int MAX_REDIRECTS = 5;

  private final FetchSettings settings;
  private final Destinations destinations;
  private @Nullable CloseableHttpClient client;

  HttpImages(FetchSettings settings, Destinations destinations) {
    this.settings = settings;
    this.destinations = destinations;
  }

  /** True for references this class opens. */
  static boolean handles(String reference) {
    String lower = reference.toLowerCase(Locale.ROOT);
    return lower.startsWith("http:") || lower.startsWith("https:");
  }

  /**
   * Asks the source for the image.
   *
   * @param fetch ends it when it is given up
   * @throws Crowded when too many are fetched from there already
   */
  ImageSource open(String reference, Fetch fetch) throws IOException {
    URI address = ImageAddress.parsed(reference, reference);
    SourceWatch watch = new SourceWatch(name(address), fetch, settings);
    try {
      for (int i = 0; i <= MAX_REDIRECTS; i++) {
        ClassicHttpResponse response = get(address, watch, fetch);
        if (response.getCode() / 100 != 3) {
          return source(address, response, watch);
        }
        response.close();
        address = ImageAddress.target(address, first(response, "Location"));
      }
      throw refused(address, "redirects more than " + MAX_REDIRECTS + " times");
    } catch (IOException | RuntimeException e) {
      watch.close();
      throw e;
    }
  }

  private ClassicHttpResponse get(URI address, SourceWatch watch, Fetch fetch) throws IOException {
    HttpGet request = new HttpGet(address);
    request.setHeader("Accept", "*/*");
    watch.asking(request::cancel);
    HttpHost host =
        new HttpHost(address.getScheme(), ImageAddress.host(address), address.getPort());
    try {
      return Destinations.asking(fetch, () -> client().executeOpen(host, request, null));
    } catch (UnknownHostException e) {
      watch.requireGoing();
      throw new BackendException.Unreachable(
          name(address), "its host has no address: " + e.getMessage(), e);
    } catch (IOException e) {
      watch.requireGoing();
      throw new BackendException.Unreachable(
          name(address), "does not answer: " + ImageText.hidden(e.toString()), e);
    }
  }

  private ImageSource source(URI address, ClassicHttpResponse response, SourceWatch watch)
      throws IOException {
    HttpEntity entity = response.getEntity();
    try {
      requireImage(address, response);
    } catch (BackendException e) {
      response.close();
      throw e;
    }
    if (entity == null) {
      response.close();
      throw refused(address, "answers with nothing");
    }
    long length = entity.getContentLength();
    watch.answered(length);
    return new ImageSource(
        new WatchedStream(entity.getContent(), watch, response, settings),
        length,
        version(response, length));
  }

  private static void requireImage(URI address, ClassicHttpResponse response) {
    int status = response.getCode();
    if (status != 200) {
      throw status >= 500 || status == 408 || status == 429
          ? new BackendException.Unreachable(name(address), "answers HTTP status " + status)
          : refused(address, "answers HTTP status " + status);
    }
    if (String.valueOf(first(response, "Content-Type")).startsWith("text/html")) {
      throw refused(address, "answers with a web page, not with an image");
    }
  }

  private static @Nullable String version(HttpMessage response, long length) {
    String tag = first(response, "ETag");
    String date = first(response, "Last-Modified");
    return tag == null && date == null ? null : length + " " + tag + " " + date;
  }

  private static @Nullable String first(HttpMessage response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  static String name(URI address) {
    return "image " + ImageText.of(address.toString());
  }

  private static BackendException refused(URI address, String text) {
    return new BackendException.Refused(name(address), text);
  }

  /** Made when the first image comes from the network: many sites have none of those. */
  private synchronized CloseableHttpClient client() {
    CloseableHttpClient known = client;
    if (known == null) {
      known = ImageClient.open(settings, destinations);
      client = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
  }
}
