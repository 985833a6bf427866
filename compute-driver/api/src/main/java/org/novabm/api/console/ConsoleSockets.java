package org.novabm.api.console;

import org.novabm.api.ApiLimits;
import org.novabm.console.Consoles;
import org.novabm.node.NodeStore;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where consoles are; callers are let in by the same filters as everywhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class ConsoleSockets implements WebSocketConfigurer {

  private final NodeStore nodes;
  private final Consoles consoles;

  private final ApiLimits limits;

  ConsoleSockets(NodeStore nodes, Consoles consoles, ApiLimits limits) {
    this.nodes = nodes;
    this.consoles = consoles;
    this.limits = limits;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(new ConsoleSocket(consoles, limits.consoles()), "/v1/nodes/*/console/live")
        .addInterceptors(new ConsoleHandshake(nodes));
  }
}
