package org.novabm.deploy.image;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client for images: it connects to the addresses that it is told, keeps nothing between
 * two requests, and does nothing by itself that a source could ask it to.
 */
final class ImageClient {

  private static final int MOST_HEADERS = 50;
  private static final int LONGEST_LINE = 4096;
  private static final int BUFFER = 8192;

  private ImageClient() {}

  static CloseableHttpClient open(FetchSettings settings, DnsResolver rule) {
    Timeout silence = Timeout.of(settings.silence());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(rule)
            .setMaxConnTotal(settings.places())
            .setMaxConnPerRoute(settings.places())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(silence)
                    .setSocketTimeout(silence)
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(silence).build())
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(boundedHeads()).build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        // a kept connection was checked at another time
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .setUserAgent("novabm")
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(silence)
                .setResponseTimeout(silence)
                .setProtocolUpgradeEnabled(false)
                .build())
        .build();
  }

  private static Http1Config boundedHeads() {
    return Http1Config.custom()
        .setBufferSize(BUFFER)
        .setMaxHeaderCount(MOST_HEADERS)
        .setMaxLineLength(LONGEST_LINE)
        .build();
  }
}
