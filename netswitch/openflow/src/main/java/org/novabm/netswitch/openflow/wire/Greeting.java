package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
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

  private Greeting() {}

  /**
   * Agrees on a version.
   *
   * @throws ProtocolException when there is none that both speak
   */
  static OpenFlowChannel link(Guest guest, Socket socket, Set<OFVersion> versions, Wires wires)
      throws IOException {
    Frames frames = new Frames(socket.getInputStream(), wires.answers().share(guest.display()));
    socket.getOutputStream().write(Hello.offering(versions));
    try {
      OFVersion version = Hello.agree(frames.next(), versions);
      frames.allow(Frames.LONGEST_OF_STRANGERS);
      return new OpenFlowChannel(guest, socket, frames, version, wires);
    } catch (ProtocolException e) {
      socket.getOutputStream().write(Hello.refusal(versions));
      throw e;
    }
  }

  /** Asks who it is; somebody must be reading the link. */
  static OFFeaturesReply features(OpenFlowChannel link, Deadline deadline) {
    OFMessage answer = link.ask(link.factory().featuresRequest(), deadline).getFirst();
    if (!(answer instanceof OFFeaturesReply features)) {
      throw new BackendException.ProtocolViolation(
          link.display(), "answers a request for its features with " + answer.getType());
    }
    return features;
  }

  /** Asks for its ports, if it did not tell them with its features. */
  static List<OFPortDesc> ports(OpenFlowChannel link, OFFeaturesReply features, Deadline deadline) {
    if (link.factory().getVersion() == OFVersion.OF_10) {
      return features.getPorts();
    }
    return link.ask(link.factory().buildPortDescStatsRequest().build(), deadline).stream()
        .filter(OFPortDescStatsReply.class::isInstance)
        .flatMap(part -> ((OFPortDescStatsReply) part).getEntries().stream())
        .toList();
  }
}
