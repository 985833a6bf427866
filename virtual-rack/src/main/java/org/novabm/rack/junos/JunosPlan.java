package org.novabm.rack.junos;

import java.time.Duration;
import org.novabm.spi.Secret;

/**
 * What a simulated switch is like.
 *
 * @param name its host name
 * @param syntax how it writes layer 2 down
 * @param ports how many ports {@code ge-0/0/0} and up, all in VLAN {@code default} at first
 * @param user who may log in
 * @param password with what
 * @param commitTime how long a commit takes
 * @param minute how long a minute of a confirmed commit takes; shorter than 60 s in tests
 */
public record JunosPlan(
    String name,
    JunosSyntax syntax,
    int ports,
    String user,
    Secret password,
    Duration commitTime,
    Duration minute) {

  public JunosPlan {
    if (ports < 1 || ports > 512) {
      throw new IllegalArgumentException(ports + " ports are not between 1 and 512");
    }
  }

  /** Eight ports, a commit without delay. */
  public static JunosPlan of(JunosSyntax syntax, String user, Secret password) {
    return new JunosPlan("leaf1", syntax, 8, user, password, Duration.ZERO, Duration.ofMinutes(1));
  }

  public JunosPlan withPorts(int number) {
    return new JunosPlan(name, syntax, number, user, password, commitTime, minute);
  }

  public JunosPlan withCommitTime(Duration time) {
    return new JunosPlan(name, syntax, ports, user, password, time, minute);
  }

  public JunosPlan withMinute(Duration length) {
    return new JunosPlan(name, syntax, ports, user, password, commitTime, length);
  }

  static String port(int number) {
    return "ge-0/0/" + number;
  }
}
