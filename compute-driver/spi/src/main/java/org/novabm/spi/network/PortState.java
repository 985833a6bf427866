package org.novabm.spi.network;

/**
 * A port as read from the switch, never as remembered or wished.
 *
 * @param port the port
 * @param mode what it carries
 */
public record PortState(PortName port, PortMode mode) {

  public boolean isIdle() {
    return mode instanceof Idle;
  }

  /** It carries exactly this. */
  public boolean isOn(Segment wanted) {
    return mode.equals(wanted);
  }
}
