package org.novabm.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.DeclaredOption;
import org.novabm.conf.NovaConf;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.OptionName;
import org.novabm.conf.Reading;
import org.novabm.conf.service.RestAddress;
import org.novabm.conf.service.TokenFile;
import org.novabm.spi.Secret;

/**
 * The service that nova.conf describes. Only few of its options are looked at: a tool has no
 * business to fail over a setting of the message broker.
 */
final class ConfiguredService {

  private static final OptionName LISTEN = new OptionName("novabm", "api_listen");
  private static final OptionName PORT = new OptionName("novabm", "api_port");
  private static final OptionName TOKEN = new OptionName("novabm", "api_token");
  private static final OptionName AUTHORITIES = new OptionName("novabm", "api_cafile");
  private static final OptionName TLS = new OptionName(OptionName.DEFAULT, "enabled_ssl_apis");
  private static final OptionName MY_IP = new OptionName(OptionName.DEFAULT, "my_ip");
  private static final OptionName STATE = new OptionName(OptionName.DEFAULT, "state_path");

  private static final List<DeclaredOption> DEFAULTS =
      List.of(
          new DeclaredOption(LISTEN, "127.0.0.1"),
          new DeclaredOption(PORT, "8774"),
          new DeclaredOption(AUTHORITIES, ""),
          new DeclaredOption(TLS, ""),
          new DeclaredOption(MY_IP, "127.0.0.1"),
          new DeclaredOption(STATE, "/var/lib/nova"));

  private final NovaConf conf;

  private ConfiguredService(NovaConf conf) {
    this.conf = conf;
  }

  static ConfiguredService of(List<NovaConfFile> files) {
    return new ConfiguredService(new NovaConf(files, DEFAULTS));
  }

  URI address() {
    int port = reading(PORT).number(0, 65_535);
    if (port == 0) {
      throw new ToolException(
          ExitCode.USAGE,
          "api_port is 0, so only the service's log tells its address; give --api URL");
    }
    boolean tls = reading(TLS).list().contains("osapi_compute");
    return RestAddress.base(tls, reading(LISTEN).text(), port);
  }

  /**
   * The token in the files, else the one that the service made for itself; null when it did not.
   */
  @Nullable Secret token() {
    Reading token = conf.find(TOKEN);
    if (token != null && !token.text().isEmpty()) {
      return token.secret();
    }
    TokenFile made = TokenFile.in(reading(STATE).path());
    try {
      return made.find();
    } catch (IOException e) {
      throw new ToolException(
          ExitCode.USAGE,
          "the service's token cannot be read (%s); run this as the service's user, or give --token-file FILE"
              .formatted(e),
          e);
    }
  }

  /** What the service's certificate is verified by; null for Java's own. */
  @Nullable Path authorities() {
    Reading file = reading(AUTHORITIES);
    return file.text().isEmpty() ? null : file.path();
  }

  private Reading reading(OptionName name) {
    Reading found = conf.find(name);
    return found == null || found.text().isBlank() ? conf.byDefault(name) : found;
  }
}
