package org.novabm.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.service.RestAddress;
import org.novabm.spi.Secret;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks the service; a picocli mixin. */
final class ServiceOptions {

  @Option(
      names = "--api",
      paramLabel = "URL",
      description =
          "Address of the service, as http://HOST:PORT or https://HOST:PORT; else NOVABM_API, else api_listen and"
              + " api_port of the configuration.")
  private @Nullable String api;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File whose first line is the service's token; else NOVABM_TOKEN_FILE, else, for the"
              + " configured service, api_token or the file that it made.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description =
          "Certificates that the service's is verified by; else NOVABM_CA_FILE, else api_cafile of"
              + " the configuration.")
  private @Nullable Path authorities;

  @Option(names = "--json", description = "Write the service's answer as it is.")
  private boolean json;

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  /** The answer is to be written as it came. */
  boolean json() {
    return json;
  }

  Service open(ToolContext session) {
    Secret token = namedToken(session);
    Path trusted = namedAuthorities(session);
    String named = api == null ? session.environment().get("NOVABM_API") : api;
    if (named != null) {
      return new Service(new RestAddress(address(named), token, trusted));
    }
    ConfiguredService configured = ConfiguredService.of(configuration.read(session.search()));
    return new Service(
        new RestAddress(
            configured.address(),
            token == null ? configured.token() : token,
            trusted == null ? configured.authorities() : trusted));
  }

  private @Nullable Secret namedToken(ToolContext session) {
    String inEnvironment = session.environment().get("NOVABM_TOKEN_FILE");
    if (tokenFile == null && inEnvironment == null) {
      return null;
    }
    return PasswordArgument.ofFile(tokenFile == null ? Path.of(inEnvironment) : tokenFile);
  }

  private @Nullable Path namedAuthorities(ToolContext session) {
    String inEnvironment = session.environment().get("NOVABM_CA_FILE");
    return authorities == null && inEnvironment != null ? Path.of(inEnvironment) : authorities;
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^/?#@\\s]+/?")) {
      throw new ToolException(
          ExitCode.USAGE, "'" + text + "' is not the address of a service; write http://HOST:PORT");
    }
    return URI.create(text);
  }
}
