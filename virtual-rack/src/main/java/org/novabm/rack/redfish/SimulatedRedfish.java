package org.novabm.rack.redfish;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A BMC that speaks Redfish (DSP0266) over TLS: sessions and basic authentication, one machine with
 * power, boot override and entity tags, as its profile does it. Its user is {@code admin}, its
 * password {@code secret}.
 */
public final class SimulatedRedfish implements AutoCloseable {

  public static final String USER = "admin";
  public static final String PASSWORD = "secret";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RedfishLies lies = new RedfishLies();
  private final RedfishSystem system;
  private final RedfishExtras extras;
  private final BmcLogins logins;
  private final RedfishFront front;

  private SimulatedRedfish(HttpsServer server, RedfishProfile profile) {
    this.server = server;
    this.system = new RedfishSystem(profile);
    this.extras = new RedfishExtras(profile);
    this.logins = new BmcLogins(profile, lies);
    this.front = new RedfishFront(profile.layout(), logins, system, extras, lies);
  }

  /** Starts a plain one on a free port of the loopback address; its machine is off. */
  public static SimulatedRedfish start(Certificate certificate) throws IOException {
    return start(certificate, RedfishProfile.plain());
  }

  /** Starts one on a free port of the loopback address; its machine is off. */
  public static SimulatedRedfish start(Certificate certificate, RedfishProfile profile)
      throws IOException {
    return start(certificate, profile, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts one; its machine is off. */
  public static SimulatedRedfish start(
      Certificate certificate, RedfishProfile profile, InetSocketAddress address)
      throws IOException {
    HttpsServer server = HttpsServer.create(address, 16);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    SimulatedRedfish bmc = new SimulatedRedfish(server, profile);
    server.setExecutor(bmc.threads);
    server.createContext("/", bmc.front);
    server.start();
    return bmc;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public boolean isOn() {
    return system.power().isOn();
  }

  /** The override's target, in Redfish's word. */
  public String bootTarget() {
    return system.boot().target();
  }

  /** How long the override holds, in Redfish's word. */
  public String bootEnabled() {
    return system.boot().enabled();
  }

  /** Whether secure boot is on from the next boot on. */
  public boolean isSecure() {
    return extras.isSecure();
  }

  /** What is in the virtual drive, or null. */
  public @Nullable String image() {
    return extras.image();
  }

  /** How many sessions are open. */
  public int sessions() {
    return logins.count();
  }

  /** Forgets all sessions, as a BMC does that restarted. */
  public void forgetSessions() {
    logins.forget();
  }

  /** What it says that is not so. */
  public RedfishLies lies() {
    return lies;
  }

  /** How many requests came. */
  public int requests() {
    return front.requests();
  }

  /** The first ten thousand requests: method, path, and If-Match where there was one. */
  public List<String> seen() {
    return front.seen();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
