package org.novabm.deploy.agent;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the machine that has a secret of its boot file. */
final class HelloDesk {

  private static final Logger LOG = LoggerFactory.getLogger(HelloDesk.class);

  private final LineQuota turnedAway = new LineQuota("agents turned away", 20, LOG::warn);
  private final AgentJobs jobs;
  private final Doorkeeper door;
  private final Welcome welcome;
  private final UnknownCards unknown;
  private final OneTimeSecret secrets = new OneTimeSecret();

  HelloDesk(AgentJobs jobs, Doorkeeper door, Welcome welcome) {
    this.jobs = jobs;
    this.door = door;
    this.welcome = welcome;
    this.unknown = new UnknownCards(jobs, door);
  }

  /** First contact: the secret of the boot file becomes the secret of a session. */
  TextReply hello(AgentHello hello, InetAddress peer) {
    Visitor visitor = door.visitor(peer);
    String session = secrets.next();
    TextReply reply = jobs.ofMac(hello.mac(), open -> decide(open, hello, visitor, session));
    if (reply == null) {
      unknown.called(hello, visitor);
      return TextReply.FORBIDDEN;
    }
    return reply;
  }

  private AgentJobs.Decision<TextReply> decide(
      AgentJob open, AgentHello hello, Visitor visitor, String session) {
    @Nullable GivenSecret given = Dossier.of(open.contact()).find(hello.secret());
    @Nullable String stranger = door.stranger(open, visitor);
    if (stranger != null) {
      return refused(open, hello, visitor, stranger);
    }
    if (given == null) {
      return unknown(open, hello, visitor);
    }
    if (!door.isSame(open, given.peer(), visitor)) {
      return elsewhere(open, hello, visitor, given);
    }
    if (open.contact().phase() != Phase.BOOTING) {
      return new AgentJobs.Decision<>(Robbery.told(door, open, visitor), TextReply.OVER);
    }
    return door.isOpen(open)
        ? welcome.decide(open, hello, visitor.address(), session)
        : refused(open, hello, visitor, "it came too late");
  }

  /** Only of the machine itself it is believed that it will not come again. */
  private AgentJobs.Decision<TextReply> unknown(AgentJob open, AgentHello hello, Visitor visitor) {
    @Nullable AgentContact robbed = Robbery.told(door, open, visitor);
    if (robbed != null) {
      return new AgentJobs.Decision<>(robbed, TextReply.FORBIDDEN);
    }
    String why = "its secret is not one of the boot files that were given out last";
    return door.isOpen(open) && visitor.isMachineOf(open.order()) && !hello.asksAgain()
        ? over(
            open,
            hello,
            visitor,
            why + ", and it does not ask for another; start the deployment again")
        : refused(open, hello, visitor, why);
  }

  /** Who has the secret read it in the boot file, so this is no guess: nothing better will come. */
  private AgentJobs.Decision<TextReply> elsewhere(
      AgentJob open, AgentHello hello, Visitor visitor, GivenSecret given) {
    String why =
        "its boot file was fetched from %s; either the machine has two addresses, which its DHCP server's configuration can prevent, or somebody else read its boot file"
            .formatted(given.peer());
    return door.isOpen(open) ? over(open, hello, visitor, why) : refused(open, hello, visitor, why);
  }

  private static AgentJobs.Decision<TextReply> over(
      AgentJob open, AgentHello hello, Visitor visitor, String why) {
    String text = sentence(visitor, why);
    LOG.warn("{} ({}): {}", open.order().node(), hello.mac(), text);
    return new AgentJobs.Decision<>(Contacts.failed(open.contact(), text), TextReply.FORBIDDEN);
  }

  private AgentJobs.Decision<TextReply> refused(
      AgentJob open, AgentHello hello, Visitor visitor, String why) {
    String text = sentence(visitor, why);
    if (Contacts.isNews(open.contact(), text)) {
      turnedAway.say("%s (%s): %s".formatted(open.order().node(), hello.mac(), text));
    }
    return new AgentJobs.Decision<>(
        Contacts.notedOfStranger(open.contact(), text), TextReply.FORBIDDEN);
  }

  private static String sentence(Visitor visitor, String why) {
    return "a call for this machine from " + visitor.address() + " was refused: " + why;
  }
}
