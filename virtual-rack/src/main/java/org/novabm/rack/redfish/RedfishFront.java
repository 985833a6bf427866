package org.novabm.rack.redfish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes requests to the part that they are about, and sends what it answers. */
final class RedfishFront implements HttpHandler {

  private static final int MOST_SEEN = 10_000;

  private final BmcLayout layout;
  private final ServiceTree tree;
  private final BmcLogins logins;
  private final RedfishSystem system;
  private final RedfishExtras extras;
  private final RedfishLies lies;
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  RedfishFront(
      BmcLayout layout,
      BmcLogins logins,
      RedfishSystem system,
      RedfishExtras extras,
      RedfishLies lies) {
    this.layout = layout;
    this.tree = new ServiceTree(layout);
    this.logins = logins;
    this.system = system;
    this.extras = extras;
    this.lies = lies;
  }

  int requests() {
    return requests.get();
  }

  List<String> seen() {
    return List.copyOf(seen);
  }

  /** Not closed here: that would end the connection, which clients mean to use again. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    RedfishRequest request = RedfishRequest.of(exchange);
    if (requests.incrementAndGet() <= MOST_SEEN) {
      seen.add(request.summary());
    }
    send(exchange, reply(request));
  }

  private RedfishReply reply(RedfishRequest request) {
    if (layout.sendsOn(request.asked())) {
      return new RedfishReply(layout.slash(), null, Map.of(), false)
          .with("Location", layout.placeOf(request));
    }
    if (request.path().equals(BmcLayout.ROOT)) {
      return RedfishReply.of(tree.root());
    }
    RedfishReply login = logins.login(request);
    if (login != null) {
      return login;
    }
    return logins.isKnown(request)
        ? served(request)
        : RedfishReply.error(401, "Base.1.8.NoValidSession", "There is no valid session.");
  }

  private RedfishReply served(RedfishRequest request) {
    RedfishReply reply = tree.answer(request);
    reply = reply == null ? logins.answer(request) : reply;
    reply = reply == null ? system.answer(request) : reply;
    reply = reply == null ? extras.answer(request) : reply;
    return reply == null
        ? RedfishReply.error(
            404, "Base.1.8.ResourceMissingAtURI", "There is no " + request.path() + ".")
        : reply;
  }

  private void send(HttpExchange exchange, RedfishReply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
      // the server hangs up then, and some clients, which asked for it, want to be told
      exchange.getResponseHeaders().set("Connection", "close");
    }
    String body = reply.body();
    if (body == null) {
      exchange.sendResponseHeaders(reply.status(), -1);
      exchange.getResponseBody().close();
    } else {
      sendBody(exchange, reply, layout.linked(body));
    }
  }

  private void sendBody(HttpExchange exchange, RedfishReply reply, String body) throws IOException {
    byte[] bytes = reply.honest() ? RedfishLies.honest(body) : lies.bytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("OData-Version", "4.0");
    exchange.sendResponseHeaders(
        reply.status(), reply.honest() ? bytes.length : lies.length(bytes));
    try (OutputStream output = exchange.getResponseBody()) {
      if (reply.honest()) {
        output.write(bytes);
      } else {
        lies.write(bytes, output);
      }
    }
  }
}
