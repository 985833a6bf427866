package org.novabm.deploy.agent;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.image.ConfigDrive;
import org.novabm.spi.deploy.OpenOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /agent/...}: first contact, and all that a session may do. */
final class AgentRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(AgentRoutes.class);

  private static final Pattern SESSION = Pattern.compile("/agent/([0-9a-f-]{36})/([a-z-]{1,20})");

  private final Orders orders;
  private final HelloDesk door;
  private final SessionDesk sessions;
  private final Delivery delivery;

  AgentRoutes(Orders orders, HelloDesk door, SessionDesk sessions, Delivery delivery) {
    this.orders = orders;
    this.door = door;
    this.sessions = sessions;
    this.delivery = delivery;
  }

  void handle(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/agent/hello")) {
      boolean post = exchange.getRequestMethod().equals("POST");
      Answers.send(exchange, post ? hello(exchange) : Reply.NOT_FOUND);
      return;
    }
    Matcher session = SESSION.matcher(path);
    if (session.matches()) {
      inSession(exchange, UUID.fromString(session.group(1)), session.group(2));
    } else {
      Answers.send(exchange, Reply.NOT_FOUND);
    }
  }

  private Reply hello(HttpExchange exchange) throws IOException {
    return door.hello(
        Hello.parse(Answers.form(exchange)), exchange.getRemoteAddress().getAddress());
  }

  private void inSession(HttpExchange exchange, UUID deployment, String what) throws IOException {
    String secret = exchange.getRequestHeaders().getFirst("X-Novabm-Session");
    SessionCall call =
        new SessionCall(
            deployment, secret == null ? "" : secret, exchange.getRemoteAddress().getAddress());
    switch (exchange.getRequestMethod() + " " + what) {
      case "GET image" -> fetch(exchange, call, this::sendImage);
      case "GET config-drive" -> fetch(exchange, call, this::sendConfigDrive);
      case "POST progress" ->
          Answers.send(exchange, sessions.progress(call, Answers.form(exchange)));
      case "POST done" -> Answers.send(exchange, sessions.done(call, Answers.form(exchange)));
      case "POST failed" -> Answers.send(exchange, sessions.failed(call, Answers.form(exchange)));
      default -> Answers.send(exchange, Reply.NOT_FOUND);
    }
  }

  /** Sends one of the things a session may fetch. */
  private interface Content {
    void send(HttpExchange exchange, OpenOrder open, SessionCall call) throws IOException;
  }

  private void fetch(HttpExchange exchange, SessionCall call, Content content) throws IOException {
    @Nullable Reply refusal = sessions.refusal(call);
    @Nullable OpenOrder open = orders.find(call.deployment());
    if (refusal == null && open != null) {
      content.send(exchange, open, call);
    } else {
      Answers.send(exchange, refusal == null ? Reply.FORBIDDEN : refusal);
    }
  }

  private void sendImage(HttpExchange exchange, OpenOrder open, SessionCall call)
      throws IOException {
    Path path = ServedImage.of(open).path();
    try {
      Answers.send(
          exchange,
          path,
          () -> sessions.refusal(call) == null,
          (from, to) -> delivery.sent(call.deployment(), Delivery.Content.IMAGE, from, to));
    } catch (NoSuchFileException e) {
      LOG.error(
          "{} cannot be deployed: its image {} is gone. Does this process see the image_cache of"
              + " nova-compute?",
          open.order().node(),
          path);
      Answers.send(exchange, Reply.NOT_FOUND);
    }
  }

  private void sendConfigDrive(HttpExchange exchange, OpenOrder open, SessionCall call)
      throws IOException {
    if (open.order().configDrive().isEmpty()) {
      Answers.send(exchange, Reply.NOT_FOUND);
    } else {
      byte[] drive = ConfigDrive.image(open.order().configDrive());
      Answers.send(exchange, drive);
      delivery.sent(call.deployment(), Delivery.Content.CONFIG_DRIVE, 0, drive.length);
    }
  }
}
