package org.novabm.app.tools;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.novabm.app.conf.ConfigArguments;
import org.novabm.spi.Secret;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks the service; a picocli mixin. */
final class ServiceOptions {

  @Option(
      names = "--api",
      paramLabel = "URL",
      description =
          "Address of the service, as http://HOST:PORT; else NOVABM_API, else api_listen and"
              + " api_port of the configuration.")
  private @Nullable String api;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File whose first line is the service's token.")
  private @Nullable Path tokenFile;

  @Option(names = "--json", description = "Write the service's answer as it is.")
  private boolean json;

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  /** The answer is to be written as it came. */
  boolean json() {
    return json;
  }

  Service open(Session session) {
    Secret token = tokenFile == null ? null : PasswordArgument.ofFile(tokenFile);
    String named = api == null ? session.environment().get("NOVABM_API") : api;
    if (named != null) {
      return new Service(address(named), token);
    }
    ConfiguredService configured = ConfiguredService.of(configuration.read(session.search()));
    return new Service(address(configured.address()), token == null ? configured.token() : token);
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^/?#@\\s]+/?")) {
      throw new ToolException(
          ExitCode.USAGE, "'" + text + "' is not the address of a service; write http://HOST:PORT");
    }
    return URI.create(text);
  }
}
