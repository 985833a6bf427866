package org.novabm.netswitch.junos;

/** What is done with a switch whose key is in no known_hosts file. A changed key never passes. */
enum HostKeyPolicy {
  /** It is refused. */
  STRICT,
  /** The key is written down at the first contact, and must be that one ever after. */
  ACCEPT_NEW
}
