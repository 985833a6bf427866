package org.novabm.deploy.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is answered over HTTP. */
final class HttpRoutes implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(HttpRoutes.class);

  private final BootDesk boot;
  private final BootText text;
  private final AgentRoutes agent;
  private final Path kernel;
  private final Path ramdisk;

  HttpRoutes(BootDesk boot, BootText text, AgentRoutes agent, Path kernel, Path ramdisk) {
    this.boot = boot;
    this.text = text;
    this.agent = agent;
    this.kernel = kernel;
    this.ramdisk = ramdisk;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    } catch (IOException e) {
      LOG.debug("{} broke off: {}", exchange.getRemoteAddress(), e.toString());
      // the server gives a connection back only when it is told that it broke
      throw e;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      route(exchange, exchange.getRequestURI().getPath());
    } catch (Answers.TooLarge e) {
      Answers.send(exchange, new Reply(413, e.getMessage() + "\n"));
    } catch (IllegalArgumentException e) {
      Answers.send(exchange, Reply.badRequest(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.error("cannot answer {}", exchange.getRequestURI().getPath(), e);
      Answers.send(exchange, new Reply(500, "this failed here; the log says why\n"));
    }
  }

  private void route(HttpExchange exchange, String path) throws IOException {
    if (path.startsWith("/agent/")) {
      agent.handle(exchange, path);
      return;
    }
    boolean get = exchange.getRequestMethod().equals("GET");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    switch (path) {
      case "/boot.ipxe" -> Answers.send(exchange, get ? script(exchange) : Reply.NOT_FOUND);
      case "/files/" + BootText.KERNEL -> file(exchange, get || head, kernel, "deploy_kernel");
      case "/files/" + BootText.RAMDISK -> file(exchange, get || head, ramdisk, "deploy_ramdisk");
      default -> Answers.send(exchange, Reply.NOT_FOUND);
    }
  }

  private Reply script(HttpExchange exchange) {
    @Nullable String query = exchange.getRequestURI().getRawQuery();
    Map<String, String> fields = FormBody.parse(query == null ? "" : query);
    MacAddress mac = new MacAddress(fields.getOrDefault("mac", ""));
    @Nullable String secret = boot.secretFor(mac, exchange.getRemoteAddress().getAddress());
    IpxeScript script = secret == null ? IpxeScript.nothingToDeploy(mac) : text.ipxe(mac, secret);
    return new Reply(200, script.text());
  }

  private void file(HttpExchange exchange, boolean allowed, Path file, String setting)
      throws IOException {
    try {
      if (allowed) {
        Answers.send(exchange, file, () -> true, (_, _) -> {});
        return;
      }
    } catch (NoSuchFileException e) {
      LOG.error("{} = {} is missing: build it with the ramdisk's build script", setting, file);
    }
    Answers.send(exchange, Reply.NOT_FOUND);
  }
}
