package org.novabm.snmp;

import java.io.IOException;
import java.net.InetAddress;
import org.novabm.spi.Endpoint;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * Who is asked and as whom: SNMPv3 where the endpoint names a user, else SNMPv2c with the password
 * as community.
 *
 * @param snmp the socket, open
 * @param target the switch
 */
record SnmpTarget(Snmp snmp, Target<UdpAddress> target) implements AutoCloseable {

  private static final int PORT = 161;

  static SnmpTarget open(Endpoint endpoint, SnmpAccess access) throws IOException {
    InetAddress address = InetAddress.getByName(endpoint.address());
    UdpAddress udp = new UdpAddress(address, endpoint.portOr(PORT));
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    Snmp snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping());
    boolean named = !endpoint.user().isEmpty() && !endpoint.user().equals("none");
    if (named) {
      dispatcher.addMessageProcessingModel(new MPv3(usm(endpoint, access)));
    } else {
      dispatcher.addMessageProcessingModel(new MPv2c());
    }
    snmp.listen();
    return new SnmpTarget(snmp, named ? user(udp, endpoint, access) : community(udp, endpoint));
  }

  private static USM usm(Endpoint endpoint, SnmpAccess access) throws IOException {
    SecurityProtocols protocols =
        new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
    USM usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
    usm.addUser(
        new UsmUser(
            new OctetString(endpoint.user()),
            access.authentication(),
            new OctetString(endpoint.password().reveal()),
            access.privacy(),
            access.privacy() == null
                ? null
                : new OctetString(access.privacyPassword(endpoint.password()).reveal())));
    return usm;
  }

  private static Target<UdpAddress> user(UdpAddress address, Endpoint endpoint, SnmpAccess access) {
    int level = access.privacy() == null ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.AUTH_PRIV;
    UserTarget<UdpAddress> target = new UserTarget<>();
    target.setAddress(address);
    target.setSecurityName(new OctetString(endpoint.user()));
    target.setSecurityLevel(level);
    target.setVersion(SnmpConstants.version3);
    return target;
  }

  private static Target<UdpAddress> community(UdpAddress address, Endpoint endpoint) {
    CommunityTarget<UdpAddress> target =
        new CommunityTarget<>(address, new OctetString(endpoint.password().reveal()));
    target.setVersion(SnmpConstants.version2c);
    return target;
  }

  /** An empty request of the right version. */
  PDU request(int type) {
    PDU request = target.getVersion() == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
    request.setType(type);
    return request;
  }

  @Override
  public void close() throws IOException {
    snmp.close();
  }
}
