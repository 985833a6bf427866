package org.novabm.netswitch.junos.netconf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Deadline;
import org.w3c.dom.Element;

/**
 * One NETCONF session: a request at a time, each with its answer. After an IOException it is dead.
 */
public final class NetconfSession implements AutoCloseable {

  private static final String BASE = "urn:ietf:params:netconf:base:";
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:netconf:base:1.0";

  private final Transport transport;
  private final List<String> capabilities;
  private long lastId;

  private NetconfSession(Transport transport, List<String> capabilities) {
    this.transport = transport;
    this.capabilities = capabilities;
  }

  /** Exchanges hellos, and uses the newest framing both sides know (RFC 6241, section 8.1). */
  public static NetconfSession open(Transport transport, Deadline deadline) throws IOException {
    transport.send(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <hello xmlns="%s">
        <capabilities>
        <capability>%s1.0</capability>
        <capability>%s1.1</capability>
        </capabilities>
        </hello>
        """
            .formatted(NAMESPACE, BASE, BASE),
        deadline);
    Element hello = Xml.parse(transport.receive(deadline).strip());
    List<String> theirs =
        Xml.children(Xml.at(hello, "capabilities"), "capability").stream().map(Xml::text).toList();
    if (theirs.stream().noneMatch(it -> it.startsWith(BASE))) {
      throw new IOException("the peer sent no NETCONF hello");
    }
    if (theirs.contains(BASE + "1.1")) {
      transport.useChunks();
    }
    return new NetconfSession(transport, theirs);
  }

  /** It says so of itself; parameters after a question mark do not count. */
  public boolean can(String capability) {
    return capabilities.stream()
        .anyMatch(it -> it.equals(capability) || it.startsWith(capability + "?"));
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param operation one element
   * @return the {@code rpc-reply}; warnings in it are passed over
   * @throws RpcFailure when the answer has an error
   * @throws IOException when there is none in time, or it is none
   */
  public Element call(String operation, Deadline deadline) throws IOException, RpcFailure {
    String id = Long.toString(++lastId);
    transport.send(
        "<rpc xmlns=\"%s\" message-id=\"%s\">%s</rpc>".formatted(NAMESPACE, id, operation),
        deadline);
    Element reply = Xml.parse(transport.receive(deadline).strip());
    if (!Xml.name(reply).equals("rpc-reply") || !reply.getAttribute("message-id").equals(id)) {
      throw new IOException(
          "the peer sent an answer to another question: %s %s instead of %s"
              .formatted(Xml.name(reply), reply.getAttribute("message-id"), id));
    }
    List<RpcError> errors = errors(reply);
    if (!errors.isEmpty()) {
      throw new RpcFailure(errors);
    }
    return reply;
  }

  private static List<RpcError> errors(Element reply) {
    return Xml.all(reply, "rpc-error").stream()
        .map(NetconfSession::error)
        .filter(error -> !error.severity().equals("warning"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static RpcError error(Element error) {
    @Nullable Element info = Xml.at(error, "error-info");
    return new RpcError(
        Xml.text(error, "error-tag"),
        Xml.text(error, "error-severity"),
        Xml.text(error, "error-message"),
        Xml.text(info, "bad-element"),
        Xml.text(info, "session-id"));
  }

  /** Hangs up; a server frees the lock of who is gone (RFC 6241, section 7.5). */
  @Override
  public void close() {
    transport.close();
  }
}
