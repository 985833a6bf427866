package org.novabm.netswitch.openflow.wire;

import java.time.Duration;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFFeaturesReply;

/** A connection that said which switch it is, which nobody believes yet. */
public final class Caller {

  private final Guests guests;
  private final Guest guest;
  private final OpenFlowChannel link;
  private final OFFeaturesReply features;

  Caller(Guests guests, Guest guest, OpenFlowChannel link, OFFeaturesReply features) {
    this.guests = guests;
    this.guest = guest;
    this.link = link;
    this.features = features;
  }

  /** The datapath id that it claims. */
  public long datapath() {
    return features.getDatapathId().getLong();
  }

  /** Address and port. */
  public String display() {
    return guest.display();
  }

  public boolean isOpen() {
    return link.isOpen() && !guest.isGone();
  }

  /** Whether it answers an echo in time. */
  public boolean answers(Duration within) {
    return isOpen() && link.answers(within);
  }

  /** It is not known; it is hung up on after that time. */
  void await(Duration time) {
    guest.limit(time, "no switch of its datapath id is registered");
  }

  /** Hangs up, for this reason. */
  public void turnAway(String why) {
    link.hangUp(why);
  }

  /**
   * Takes it for the switch that it says it is, and asks for its ports.
   *
   * @throws BackendException when it does not tell them
   */
  public GreetedSwitch accept(Deadline deadline) {
    guest.unlimited();
    if (!guests.isKnown(guest)) {
      throw new BackendException.Unreachable(guest.display(), "it has gone");
    }
    link.trust();
    return GreetedSwitch.of(datapath(), link, Greeting.ports(link, features, deadline));
  }
}
