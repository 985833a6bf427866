package org.novabm.deploy.agent;

import java.net.URI;
import java.nio.file.Path;
import org.novabm.deploy.agent.http.HttpBounds;
import org.novabm.deploy.boot.KernelArguments;
import org.novabm.deploy.image.ImageSettings;
import org.novabm.deploy.tftp.TftpSettings;
import org.novabm.spi.BackendSettings;

/**
 * What {@link AgentOptions} mean; both sides read all of them.
 *
 * @param listen the address of the provisioning leg
 * @param httpPort 0 for any free one
 * @param tftpPort 0 for none
 * @param baseUrl what machines call us; empty for http, the address and the port
 * @param configDriveBytes heap for config drives being sent, and the largest one that is taken
 */
record AgentSettings(
    String listen,
    int httpPort,
    int tftpPort,
    String baseUrl,
    Path tftpRoot,
    Path kernel,
    Path ramdisk,
    KernelArguments appendParams,
    boolean peerAddressCheck,
    IdentitySettings identity,
    ImageSettings images,
    HttpBounds http,
    int configDriveBytes,
    TftpSettings tftp) {

  AgentSettings {
    boolean everywhere = listen.equals("0.0.0.0") || listen.equals("::");
    if (everywhere && baseUrl.isEmpty()) {
      throw new IllegalArgumentException(
          "[deploy:agent] listen = " + listen + " needs base_url, the address that machines call");
    }
  }

  /**
   * Reads the group.
   *
   * @throws IllegalArgumentException naming a key that is unknown or a value that is wrong
   */
  static AgentSettings read(BackendSettings group) {
    AgentOptions options = group.as(AgentOptions.class);
    return new AgentSettings(
        options.listen(),
        options.httpPort(),
        options.tftpPort(),
        baseUrl(options.baseUrl()),
        options.tftpRoot(),
        options.deployKernel(),
        options.deployRamdisk(),
        arguments(options.pxeAppendParams()),
        options.peerAddressCheck(),
        options.identity(),
        options.images().understood(),
        options.http().understood(),
        options.configDrivesKib() << 10,
        options.tftp().understood());
  }

  private static KernelArguments arguments(String text) {
    try {
      return KernelArguments.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[deploy:agent] pxe_append_params: " + e.getMessage(), e);
    }
  }

  /** It becomes a part of boot files, so nothing but a plain address is taken. */
  private static String baseUrl(String text) {
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (!base.isEmpty() && !base.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._/-]*)?")) {
      throw new IllegalArgumentException(
          "[deploy:agent] base_url = " + text + " is not of the form http://host:port");
    }
    return base.isEmpty() ? base : URI.create(base).toString();
  }

  /** What machines call us when we listen on this port. */
  String base(int port) {
    String host = listen.contains(":") ? "[" + listen + "]" : listen;
    return baseUrl.isEmpty() ? "http://" + host + ":" + port : baseUrl;
  }
}
