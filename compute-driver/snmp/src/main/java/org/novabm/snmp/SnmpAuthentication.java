package org.novabm.snmp;

import org.snmp4j.fluent.TargetBuilder.AuthProtocol;
import org.snmp4j.smi.OID;

/** How SNMPv3 users are authenticated. */
public enum SnmpAuthentication {
  MD5(AuthProtocol.md5),
  SHA(AuthProtocol.sha1),
  SHA256(AuthProtocol.hmac192sha256),
  SHA512(AuthProtocol.hmac384sha512);

  private final AuthProtocol protocol;

  SnmpAuthentication(AuthProtocol protocol) {
    this.protocol = protocol;
  }

  OID id() {
    return protocol.getProtocolID();
  }
}
