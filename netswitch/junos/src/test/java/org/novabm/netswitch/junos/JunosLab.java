package org.novabm.netswitch.junos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.SimulatedJunos;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** A simulated switch on a free port, its host key in a known_hosts file of its own. */
final class JunosLab implements AutoCloseable {

  private final SimulatedJunos junos;
  private final Path knownHosts;
  private final Map<String, String> settings = new HashMap<>();

  private JunosLab(SimulatedJunos junos, Path knownHosts) {
    this.junos = junos;
    this.knownHosts = knownHosts;
    settings.put("known_hosts", knownHosts.toString());
    settings.put("proof_timeout", "1");
    settings.put("lock_timeout", "1");
    settings.put("confirm_timeout", "1");
  }

  static JunosLab start(JunosPlan plan, Path folder) throws IOException {
    SimulatedJunos junos =
        SimulatedJunos.start(plan, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Path knownHosts = folder.resolve("known_hosts-" + junos.port());
    Files.writeString(knownHosts, "[127.0.0.1]:" + junos.port() + " " + junos.hostKey() + "\n");
    return new JunosLab(junos, knownHosts);
  }

  /** A switch of 48 ports whose minute takes three seconds. */
  static JunosLab usual(Path folder) throws IOException {
    return start(
        JunosPlan.of(JunosSyntax.ELS, "admin", Secret.of("secret"))
            .withPorts(48)
            .withMinute(Duration.ofSeconds(3)),
        folder);
  }

  JunosLab with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  SimulatedJunos junos() {
    return junos;
  }

  Path knownHosts() {
    return knownHosts;
  }

  JunosProvider provider() {
    JunosProvider provider = new JunosProvider();
    provider.configure(new BackendSettings("netswitch:junos", settings));
    return provider;
  }

  JunosManager manager() {
    return (JunosManager) provider().open(endpoint());
  }

  Endpoint endpoint() {
    return endpoint("secret");
  }

  Endpoint endpoint(String password) {
    return new Endpoint("127.0.0.1", junos.port(), "admin", Secret.of(password));
  }

  /** A port where nobody listens. */
  static Endpoint nobody() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Endpoint("127.0.0.1", socket.getLocalPort(), "admin", Secret.of("secret"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a switch that is another one. */
  static String otherHostKey() throws IOException {
    try (SimulatedJunos other =
        SimulatedJunos.start(
            JunosPlan.of(JunosSyntax.ELS, "admin", Secret.of("secret")),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return other.hostKey();
    }
  }

  @Override
  public void close() throws IOException {
    junos.close();
  }
}
