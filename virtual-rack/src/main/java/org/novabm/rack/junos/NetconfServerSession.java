package org.novabm.rack.junos;

import java.io.IOException;
import java.util.List;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** One NETCONF session over one SSH channel. */
final class NetconfServerSession extends AbstractCommandSupport {

  private static final Logger LOG = LoggerFactory.getLogger(NetconfServerSession.class);
  private static final String BASE = "urn:ietf:params:netconf:base:";
  private static final List<String> CAPABILITIES =
      List.of(
          BASE + "1.0",
          BASE + "1.1",
          "urn:ietf:params:netconf:capability:candidate:1.0",
          "urn:ietf:params:netconf:capability:confirmed-commit:1.0",
          "urn:ietf:params:netconf:capability:validate:1.0",
          "http://xml.juniper.net/netconf/junos/1.0");

  private final Switch device;
  private final int session;

  NetconfServerSession(Switch device) {
    super("netconf", null);
    this.device = device;
    this.session = device.sessions().incrementAndGet();
  }

  @Override
  public void run() {
    Framing framing = new Framing(getInputStream(), getOutputStream());
    int exit = 0;
    try {
      framing.write(device.faults().hello(hello()));
      String theirs = framing.read();
      if (theirs != null && theirs.contains(BASE + "1.1")) {
        framing.useChunks();
      }
      Operations operations = new Operations(device, session, getServerSession().getUsername());
      for (String request = framing.read(); request != null; request = framing.read()) {
        say(framing, device.faults().answer(reply(operations, request)));
      }
    } catch (Operations.HangUp e) {
      exit = hangUp(framing, e);
    } catch (IOException | RuntimeException e) {
      LOG.debug("session {} broke", session, e);
      exit = 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      device.candidate().release(session);
      onExit(exit);
    }
  }

  private void say(Framing framing, String answer) throws IOException, InterruptedException {
    JunosFaults faults = device.faults();
    switch (faults.times()) {
      case ONCE -> framing.write(answer, faults.drip());
      case TWICE -> {
        framing.write(answer);
        framing.write(answer);
      }
      case FOR_EVER -> framing.writeForEver(answer);
    }
  }

  private int hangUp(Framing framing, Operations.HangUp why) {
    try {
      if (why.isPolite()) {
        framing.write(envelope(lastAttributes, "<ok/>\n"));
        return 0;
      }
      getServerSession().close(true);
    } catch (IOException e) {
      LOG.debug("session {} ended first", session, e);
    }
    return 1;
  }

  private String lastAttributes = "";

  private String hello() {
    StringBuilder capabilities = new StringBuilder();
    CAPABILITIES.forEach(it -> capabilities.append("<capability>" + it + "</capability>\n"));
    return """
        <hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">
        <capabilities>
        %s</capabilities>
        <session-id>%d</session-id>
        </hello>
        """
        .formatted(capabilities, session);
  }

  private String reply(Operations operations, String request)
      throws Operations.HangUp, InterruptedException {
    lastAttributes = "";
    try {
      Element rpc = JunosXml.parse(request);
      lastAttributes = attributes(rpc);
      Element operation = JunosXml.children(rpc).stream().findFirst().orElse(null);
      return envelope(lastAttributes, operation == null ? missing() : operations.answer(operation));
    } catch (NetconfError e) {
      return envelope(lastAttributes, e.xml());
    }
  }

  private static @Nullable String missing() throws NetconfError {
    throw new NetconfError("rpc", "missing-element", "no operation", "");
  }

  /** All attributes of the request come back in the answer (RFC 6241, section 4.1). */
  private static String attributes(Element rpc) {
    StringBuilder text = new StringBuilder();
    NamedNodeMap all = rpc.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      String name = all.item(i).getNodeName();
      if (!name.equals("xmlns") && !name.equals("xmlns:junos") && !name.equals("xmlns:nc")) {
        text.append(' ').append(name).append("=\"");
        text.append(JunosXml.text(all.item(i).getNodeValue()).replace("\"", "&quot;")).append('"');
      }
    }
    return text.toString();
  }

  private static String envelope(String attributes, @Nullable String content) {
    return """
        <rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" xmlns:nc="urn:ietf:params:xml:ns:netconf:base:1.0" xmlns:junos="http://xml.juniper.net/junos/18.4R3/junos"%s>
        %s</rpc-reply>
        """
        .formatted(attributes, content);
  }
}
