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
  private final BootDesk boot;
  private final SessionDesk sessions;

  AgentRoutes(Orders orders, BootDesk boot, SessionDesk sessions) {
    this.orders = orders;
    this.boot = boot;
    this.sessions = sessions;
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
    String peer = exchange.getRemoteAddress().getAddress().getHostAddress();
    return boot.hello(Hello.parse(Answers.form(exchange)), peer);
  }

  private void inSession(HttpExchange exchange, UUID deployment, String what) throws IOException {
    String secret = exchange.getRequestHeaders().getFirst("X-Novabm-Session");
    String session = secret == null ? "" : secret;
    switch (exchange.getRequestMethod() + " " + what) {
      case "GET image" -> fetch(exchange, deployment, session, this::sendImage);
      case "GET config-drive" -> fetch(exchange, deployment, session, this::sendConfigDrive);
      case "POST progress" ->
          Answers.send(exchange, sessions.progress(deployment, session, Answers.form(exchange)));
      case "POST done" -> Answers.send(exchange, sessions.done(deployment, session));
      case "POST failed" ->
          Answers.send(exchange, sessions.failed(deployment, session, Answers.form(exchange)));
      default -> Answers.send(exchange, Reply.NOT_FOUND);
    }
  }

  /** Sends one of the things a session may fetch. */
  private interface Content {
    void send(HttpExchange exchange, OpenOrder open, String session) throws IOException;
  }

  private void fetch(HttpExchange exchange, UUID deployment, String session, Content content)
      throws IOException {
    @Nullable Reply refusal = sessions.refusal(deployment, session);
    @Nullable OpenOrder open = orders.find(deployment);
    if (refusal == null && open != null) {
      content.send(exchange, open, session);
    } else {
      Answers.send(exchange, refusal == null ? Reply.FORBIDDEN : refusal);
    }
  }

  private void sendImage(HttpExchange exchange, OpenOrder open, String session) throws IOException {
    Path path = ServedImage.of(open).path();
    UUID deployment = open.order().deployment();
    try {
      Answers.send(exchange, path, () -> sessions.refusal(deployment, session) == null);
    } catch (NoSuchFileException e) {
      LOG.error(
          "{} cannot be deployed: its image {} is gone. Does this process see the image_cache of"
              + " nova-compute?",
          open.order().node(),
          path);
      Answers.send(exchange, Reply.NOT_FOUND);
    }
  }

  private void sendConfigDrive(HttpExchange exchange, OpenOrder open, String session)
      throws IOException {
    if (open.order().configDrive().isEmpty()) {
      Answers.send(exchange, Reply.NOT_FOUND);
    } else {
      Answers.send(exchange, ConfigDrive.image(open.order().configDrive()));
    }
  }
}
