package org.novabm.rack.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A BMC that speaks Redfish (DSP0266) over TLS: sessions and basic authentication, one system with
 * power, boot override and entity tags. Its user is {@code admin}, its password {@code secret}.
 */
public final class SimulatedRedfish implements AutoCloseable {

  public static final String USER = "admin";
  public static final String PASSWORD = "secret";

  private static final String ROOT = "/redfish/v1";
  private static final String SESSIONS = ROOT + "/SessionService/Sessions";
  private static final String SYSTEM = ROOT + "/Systems/437XR";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RedfishSystem system = new RedfishSystem();
  private final RedfishExtras extras = new RedfishExtras();
  private final RedfishLies lies = new RedfishLies();
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  private SimulatedRedfish(HttpsServer server) {
    this.server = server;
  }

  /** Starts one on a free port of the loopback address; its machine is off. */
  public static SimulatedRedfish start(Certificate certificate) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    SimulatedRedfish bmc = new SimulatedRedfish(server);
    server.setExecutor(bmc.threads);
    server.createContext("/", bmc::handle);
    server.start();
    return bmc;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public boolean isOn() {
    return system.isOn();
  }

  /** The override's target, in Redfish's word. */
  public String bootTarget() {
    return system.target();
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
    return tokens.size();
  }

  /** Forgets all sessions, as a BMC does that restarted. */
  public void forgetSessions() {
    tokens.clear();
  }

  /** What it says that is not so. */
  public RedfishLies lies() {
    return lies;
  }

  /** How many requests came. */
  public int requests() {
    return requests.get();
  }

  /** Not closed here: that would end the connection, which clients mean to use again. */
  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String path = exchange.getRequestURI().getPath().replaceFirst("/$", "");
    JsonNode body = body(exchange);
    if (path.equals(ROOT)) {
      answer(exchange, 200, root());
    } else if (path.equals(SESSIONS) && exchange.getRequestMethod().equals("POST")) {
      logIn(exchange, body);
    } else if (!isKnown(exchange)) {
      fail(exchange, 401, "Base.1.8.NoValidSession", "There is no valid session.");
    } else {
      serve(exchange, path, body);
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    try {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      return JsonMapper.shared().readTree(bytes.length == 0 ? "{}".getBytes(UTF_8) : bytes);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static ObjectNode root() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("@odata.id", ROOT + "/").put("@odata.type", "#ServiceRoot.v1_9_0.ServiceRoot");
    root.put("Id", "RootService").put("Name", "Root Service").put("RedfishVersion", "1.11.0");
    root.putObject("Systems").put("@odata.id", ROOT + "/Systems");
    root.putObject("Managers").put("@odata.id", RedfishExtras.MANAGERS);
    root.putObject("SessionService").put("@odata.id", ROOT + "/SessionService");
    root.putObject("Links").putObject("Sessions").put("@odata.id", SESSIONS);
    return root;
  }

  private void logIn(HttpExchange exchange, JsonNode body) throws IOException {
    if (!body.path("UserName").asString("").equals(USER)
        || !body.path("Password").asString("").equals(PASSWORD)) {
      fail(exchange, 401, "Base.1.8.InsufficientPrivilege", "The account is not known.");
      return;
    }
    String token = UUID.randomUUID().toString();
    tokens.add(token);
    exchange.getResponseHeaders().set("X-Auth-Token", lies.headerOf("X-Auth-Token", token));
    exchange
        .getResponseHeaders()
        .set("Location", lies.headerOf("Location", SESSIONS + "/" + token));
    ObjectNode session = JsonMapper.shared().createObjectNode();
    session.put("@odata.id", SESSIONS + "/" + token).put("Id", token).put("UserName", USER);
    write(exchange, 201, session.toString().getBytes(UTF_8));
  }

  private boolean isKnown(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("X-Auth-Token");
    String basic =
        "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
    return (token != null && tokens.contains(token))
        || basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void serve(HttpExchange exchange, String path, JsonNode body) throws IOException {
    switch (exchange.getRequestMethod() + " " + path) {
      case "GET " + ROOT + "/Systems" -> answer(exchange, 200, systems());
      case "GET " + ROOT + "/SessionService" -> answer(exchange, 200, sessionService());
      case "GET " + SYSTEM -> {
        exchange.getResponseHeaders().set("ETag", system.tag());
        answer(exchange, 200, system.resource());
      }
      case "PATCH " + SYSTEM -> patch(exchange, body);
      case "POST " + SYSTEM + "/Actions/ComputerSystem.Reset" ->
          done(exchange, system.reset(body.path("ResetType").asString("")), "ResetType");
      default -> other(exchange, path, body);
    }
  }

  private void other(HttpExchange exchange, String path, JsonNode body) throws IOException {
    boolean gone =
        exchange.getRequestMethod().equals("DELETE")
            && path.startsWith(SESSIONS + "/")
            && tokens.remove(path.substring(SESSIONS.length() + 1));
    if (gone) {
      answer(exchange, 204, null);
    } else if (!extra(exchange, path, body)) {
      fail(exchange, 404, "Base.1.8.ResourceMissingAtURI", "There is no " + path + ".");
    }
  }

  private boolean extra(HttpExchange exchange, String path, JsonNode body) throws IOException {
    String method = exchange.getRequestMethod();
    ObjectNode resource = method.equals("GET") ? extras.get(path) : null;
    Boolean changed = method.equals("GET") ? null : extras.change(method + " " + path, body);
    if (resource != null) {
      answer(exchange, 200, resource);
    } else if (changed != null) {
      done(exchange, changed, "a property");
    }
    return resource != null || changed != null;
  }

  private static ObjectNode systems() {
    ObjectNode systems = JsonMapper.shared().createObjectNode();
    systems.put("@odata.id", ROOT + "/Systems");
    systems.put("@odata.type", "#ComputerSystemCollection.ComputerSystemCollection");
    systems.put("Name", "Systems").put("Members@odata.count", 1);
    systems.putArray("Members").addObject().put("@odata.id", SYSTEM);
    return systems;
  }

  private static ObjectNode sessionService() {
    ObjectNode service = JsonMapper.shared().createObjectNode();
    service.put("@odata.id", ROOT + "/SessionService");
    service.put("@odata.type", "#SessionService.v1_1_8.SessionService");
    service.put("Id", "SessionService").put("Name", "Sessions").put("ServiceEnabled", true);
    service.putObject("Sessions").put("@odata.id", SESSIONS);
    return service;
  }

  private void patch(HttpExchange exchange, JsonNode body) throws IOException {
    String tag = exchange.getRequestHeaders().getFirst("If-Match");
    if (tag != null && !tag.equals(system.tag())) {
      fail(exchange, 412, "Base.1.8.PreconditionFailed", "The resource has changed.");
      return;
    }
    done(exchange, system.boot(body.path("Boot")), "BootSourceOverrideTarget");
  }

  private void done(HttpExchange exchange, boolean done, String property) throws IOException {
    if (done) {
      answer(exchange, 204, null);
    } else {
      fail(
          exchange,
          400,
          "Base.1.8.PropertyValueNotInList",
          "The value of " + property + " is not in the list of acceptable values.");
    }
  }

  private void fail(HttpExchange exchange, int status, String id, String message)
      throws IOException {
    ObjectNode error = JsonMapper.shared().createObjectNode();
    ObjectNode inner = error.putObject("error").put("code", "Base.1.8.GeneralError");
    inner.put("message", "See ExtendedInfo.");
    inner
        .putArray("@Message.ExtendedInfo")
        .addObject()
        .put("MessageId", id)
        .put("Message", message);
    answer(exchange, status, error);
  }

  private void answer(HttpExchange exchange, int status, @Nullable ObjectNode body)
      throws IOException {
    if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
      // the server hangs up then, and some clients, which asked for it, want to be told
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (body == null) {
      exchange.sendResponseHeaders(status, -1);
      exchange.getResponseBody().close();
      return;
    }
    byte[] bytes = lies.bytes(body);
    head(exchange, status, lies.length(bytes));
    try (OutputStream output = exchange.getResponseBody()) {
      lies.write(bytes, output);
    }
  }

  private static void write(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    head(exchange, status, bytes.length);
    try (OutputStream output = exchange.getResponseBody()) {
      output.write(bytes);
    }
  }

  private static void head(HttpExchange exchange, int status, long length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("OData-Version", "4.0");
    exchange.sendResponseHeaders(status, length);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
