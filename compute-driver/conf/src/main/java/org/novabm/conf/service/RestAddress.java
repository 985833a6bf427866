package org.novabm.conf.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.settings.ApiSettings;
import org.novabm.conf.settings.Settings;
import org.novabm.spi.Secret;

/**
 * A REST service and how to speak to it.
 *
 * @param token null when there is none to show
 * @param authorities certificates by which the service's is verified; null for Java's own
 */
public record RestAddress(URI base, @Nullable Secret token, @Nullable Path authorities) {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 60_000;

  /**
   * The service that has these settings, for programs of the same account.
   *
   * @throws IOException when its token cannot be read
   */
  public static RestAddress of(Settings settings) throws IOException {
    ApiSettings api = settings.api();
    return new RestAddress(
        base(api.tls(), api.apiListen(), api.apiPort()),
        api.apiToken().isEmpty()
            ? TokenFile.in(settings.host().statePath()).find()
            : api.apiToken(),
        api.apiCafile().isEmpty() ? null : Path.of(api.apiCafile()));
  }

  /** What listens everywhere is found on loopback. */
  public static URI base(boolean tls, String listen, int port) {
    String host = Set.of("0.0.0.0", "::").contains(listen) ? "127.0.0.1" : listen;
    return URI.create(
        (tls ? "https://" : "http://")
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + port);
  }

  /**
   * A call that has not been sent yet. By HttpURLConnection: with it a command starts in a fifth of
   * the time that java.net.http takes to load.
   *
   * @throws IOException when the certificates cannot be read
   */
  public HttpURLConnection open(URI address) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection secure && authorities != null) {
      secure.setSSLSocketFactory(Authorities.trusting(authorities).getSocketFactory());
    }
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    // the token is for this address and no other
    connection.setInstanceFollowRedirects(false);
    if (token != null) {
      connection.setRequestProperty("X-Auth-Token", token.reveal());
    }
    return connection;
  }
}
