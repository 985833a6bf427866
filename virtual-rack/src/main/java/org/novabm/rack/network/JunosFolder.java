package org.novabm.rack.network;

import java.nio.file.Path;

/** Where a simulated Junos keeps its files. */
public record JunosFolder(Path path) {

  /** The password of its user, on one line. */
  public Path password() {
    return path.resolve("password");
  }

  /** Its host key as clients want it; there from the moment it listens. */
  public Path knownHosts() {
    return path.resolve("known_hosts");
  }

  Path pid() {
    return path.resolve("junos.pid");
  }

  Path log() {
    return path.resolve("junos.log");
  }
}
