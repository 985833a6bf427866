package org.novabm.spi.network;

/**
 * The port reaches nobody. How a switch does that is its manager's business: no VLAN at all, a
 * quarantine VLAN, a port that is switched off, no flows.
 */
public record Idle() implements PortMode {

  @Override
  public String toString() {
    return "idle";
  }
}
