package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFFeaturesReply;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortDescStatsReply;
import org.projectfloodlight.openflow.protocol.OFVersion;

/** The first words with a switch: which version, who is it, what ports has it. */
final class Greeting {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Greeting() {}

  /**
   * Agrees on a version.
   *
   * @throws ProtocolException when there is none that both speak
   */
  static Link link(Socket socket, Set<OFVersion> versions) throws IOException {
    String display = String.valueOf(socket.getRemoteSocketAddress()).replaceFirst("^/", "");
    Frames frames = new Frames(socket.getInputStream());
    socket.getOutputStream().write(Hello.offering(versions));
    try {
      return new Link(display, socket, frames, Hello.agree(frames.next(), versions));
    } catch (ProtocolException e) {
      socket.getOutputStream().write(Hello.refusal(versions));
      throw e;
    }
  }

  /** Asks who it is; somebody must be reading the link. */
  static GreetedSwitch ask(Link link) {
    Deadline deadline = Deadline.in(PATIENCE);
    OFMessage answer = link.ask(link.factory().featuresRequest(), deadline).getFirst();
    if (!(answer instanceof OFFeaturesReply features)) {
      throw new BackendException.ProtocolViolation(
          "switch", "answers a request for its features with " + answer.getType());
    }
    return GreetedSwitch.of(
        features.getDatapathId().getLong(), link, ports(link, features, deadline));
  }

  private static List<OFPortDesc> ports(Link link, OFFeaturesReply features, Deadline deadline) {
    if (link.factory().getVersion() == OFVersion.OF_10) {
      return features.getPorts();
    }
    return link.ask(link.factory().buildPortDescStatsRequest().build(), deadline).stream()
        .filter(OFPortDescStatsReply.class::isInstance)
        .flatMap(part -> ((OFPortDescStatsReply) part).getEntries().stream())
        .toList();
  }
}
