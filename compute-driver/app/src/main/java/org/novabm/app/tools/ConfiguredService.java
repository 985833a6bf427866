package org.novabm.app.tools;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.app.conf.DeclaredOption;
import org.novabm.app.conf.NovaConf;
import org.novabm.app.conf.NovaConfFile;
import org.novabm.app.conf.OptionName;
import org.novabm.app.conf.Reading;
import org.novabm.spi.Secret;

/**
 * The service that nova.conf describes. Only three of its options are looked at: a tool has no
 * business to fail over a setting of the message broker.
 *
 * @param token null when the service asks for none
 */
record ConfiguredService(String address, @Nullable Secret token) {

  private static final OptionName LISTEN = new OptionName("novabm", "api_listen");
  private static final OptionName PORT = new OptionName("novabm", "api_port");
  private static final OptionName TOKEN = new OptionName("novabm", "api_token");
  private static final OptionName MY_IP = new OptionName(OptionName.DEFAULT, "my_ip");

  private static final List<DeclaredOption> DEFAULTS =
      List.of(
          new DeclaredOption(LISTEN, "127.0.0.1"),
          new DeclaredOption(PORT, "8774"),
          new DeclaredOption(MY_IP, "127.0.0.1"));

  static ConfiguredService of(List<NovaConfFile> files) {
    NovaConf conf = new NovaConf(files, DEFAULTS);
    int port = reading(conf, PORT).number(0, 65_535);
    if (port == 0) {
      throw new ToolException(
          ExitCode.USAGE,
          "api_port is 0, so only the service's log tells its address; give --api URL");
    }
    Reading token = conf.find(TOKEN);
    return new ConfiguredService(
        "http://" + host(reading(conf, LISTEN).text()) + ":" + port,
        token == null || token.text().isEmpty() ? null : token.secret());
  }

  private static Reading reading(NovaConf conf, OptionName name) {
    Reading found = conf.find(name);
    return found == null ? conf.byDefault(name) : found;
  }

  /** What listens everywhere is found on loopback. */
  private static String host(String listen) {
    if (Set.of("0.0.0.0", "::").contains(listen)) {
      return "127.0.0.1";
    }
    return listen.contains(":") ? "[" + listen + "]" : listen;
  }
}
