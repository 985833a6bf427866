package org.novabm.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.FaultResponse;
import org.novabm.api.fault.Field;
import org.novabm.api.v1.NodeRef;
import org.novabm.console.ConsoleSeat.Role;
import org.novabm.node.NodeStore;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Finds out who wants what, and refuses what there is not, while it is HTTP still. */
final class ConsoleHandshake implements HandshakeInterceptor {

  /** Where the node stands in {@code /v1/nodes/REF/console/live}. */
  private static final int REF = 3;

  private final NodeStore nodes;

  ConsoleHandshake(NodeStore nodes) {
    this.nodes = nodes;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    try {
      String ref = request.getURI().getPath().split("/", -1)[REF];
      String role = word(request, "role", List.of("keyboard", "view"));
      String claim = word(request, "claim", List.of("if-free", "take-over"));
      attributes.put(
          ConsoleSocket.WISH,
          new ConsoleSocket.Wish(
              NodeRef.require(ref, nodes),
              role.equals("view") ? Role.VIEW : Role.KEYBOARD,
              claim.equals("take-over") ? Claim.TAKE_OVER : Claim.IF_FREE));
      return true;
    } catch (Fault fault) {
      HttpServletResponse answer = ((ServletServerHttpResponse) response).getServletResponse();
      FaultResponse.write(answer, fault.kind(), String.valueOf(fault.getMessage()));
      return false;
    }
  }

  /** A parameter that has a few words to choose from; the first is the usual one. */
  private static String word(ServerHttpRequest request, String name, List<String> words) {
    String text = ((ServletServerHttpRequest) request).getServletRequest().getParameter(name);
    return text == null ? words.getFirst() : Field.word(name, text, words);
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {}
}
