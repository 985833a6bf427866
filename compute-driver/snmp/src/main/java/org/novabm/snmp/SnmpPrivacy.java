package org.novabm.snmp;

import org.jspecify.annotations.Nullable;
import org.snmp4j.fluent.TargetBuilder.PrivProtocol;
import org.snmp4j.smi.OID;

/** How what is said with SNMPv3 users is kept from others. */
public enum SnmpPrivacy {
  NONE(null),
  DES(PrivProtocol.des),
  AES(PrivProtocol.aes128),
  AES256(PrivProtocol.aes256);

  private final @Nullable PrivProtocol protocol;

  SnmpPrivacy(@Nullable PrivProtocol protocol) {
    this.protocol = protocol;
  }

  /** Null for none. */
  @Nullable OID id() {
    return protocol == null ? null : protocol.getProtocolID();
  }
}
