package org.novabm.rack.junos;

import java.time.Duration;
import java.util.Set;
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
 * @param traits what it has of its own
 */
public record JunosPlan(
    String name,
    JunosSyntax syntax,
    int ports,
    String user,
    Secret password,
    Duration commitTime,
    Duration minute,
    Set<JunosTrait> traits) {

  public JunosPlan {
    if (ports < 1 || ports > 512) {
      throw new IllegalArgumentException(ports + " ports are not between 1 and 512");
    }
    traits = Set.copyOf(traits);
  }

  /** Eight ports, a commit without delay. */
  public static JunosPlan of(JunosSyntax syntax, String user, Secret password) {
    return new JunosPlan(
        "leaf1", syntax, 8, user, password, Duration.ZERO, Duration.ofMinutes(1), Set.of());
  }

  public JunosPlan withPorts(int number) {
    return new JunosPlan(name, syntax, number, user, password, commitTime, minute, traits);
  }

  public JunosPlan withCommitTime(Duration time) {
    return new JunosPlan(name, syntax, ports, user, password, time, minute, traits);
  }

  public JunosPlan withMinute(Duration length) {
    return new JunosPlan(name, syntax, ports, user, password, commitTime, length, traits);
  }

  public JunosPlan with(Set<JunosTrait> its) {
    return new JunosPlan(name, syntax, ports, user, password, commitTime, minute, its);
  }

  boolean has(JunosTrait trait) {
    return traits.contains(trait);
  }

  static String port(int number) {
    return "ge-0/0/" + number;
  }
}
