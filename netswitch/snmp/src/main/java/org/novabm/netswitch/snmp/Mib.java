package org.novabm.netswitch.snmp;

import org.snmp4j.smi.OID;

/** The columns that are used, each of one MIB and readable by its index. */
final class Mib {

  /** IF-MIB ifName (RFC 2863), by ifIndex. */
  static final OID NAME = new OID("1.3.6.1.2.1.31.1.1.1.1");

  /** IF-MIB ifDescr, by ifIndex: for switches without names. */
  static final OID DESCRIPTION = new OID("1.3.6.1.2.1.2.2.1.2");

  /** IF-MIB ifAdminStatus, by ifIndex: 1 up, 2 down. */
  static final OID ADMIN_STATUS = new OID("1.3.6.1.2.1.2.2.1.7");

  /** BRIDGE-MIB dot1dBasePortIfIndex (RFC 4188), by bridge port. */
  static final OID PORT_INTERFACE = new OID("1.3.6.1.2.1.17.1.4.1.2");

  /** Q-BRIDGE-MIB dot1qVlanCurrentEgressPorts (RFC 4363), by time mark and VLAN. */
  static final OID CURRENT_EGRESS = new OID("1.3.6.1.2.1.17.7.1.4.2.1.4");

  /** Q-BRIDGE-MIB dot1qVlanStaticName, by VLAN; so are the next three. */
  static final OID VLAN_NAME = new OID("1.3.6.1.2.1.17.7.1.4.3.1.1");

  /** Ports that send frames of the VLAN. */
  static final OID EGRESS = new OID("1.3.6.1.2.1.17.7.1.4.3.1.2");

  /** Those of them that send without a tag. */
  static final OID UNTAGGED = new OID("1.3.6.1.2.1.17.7.1.4.3.1.4");

  /** RowStatus (RFC 2579): 1 active, 4 create and go, 6 destroy. */
  static final OID ROW_STATUS = new OID("1.3.6.1.2.1.17.7.1.4.3.1.5");

  /** Q-BRIDGE-MIB dot1qPvid, by bridge port; so are the next two. */
  static final OID PVID = new OID("1.3.6.1.2.1.17.7.1.4.5.1.1");

  /** dot1qPortAcceptableFrameTypes: 1 all, 2 tagged ones only. */
  static final OID FRAME_TYPES = new OID("1.3.6.1.2.1.17.7.1.4.5.1.2");

  /** dot1qPortIngressFiltering: 1 drops frames of VLANs that the port is not in. */
  static final OID INGRESS_FILTER = new OID("1.3.6.1.2.1.17.7.1.4.5.1.3");

  /** Q-BRIDGE-MIB dot1qTpFdbPort, by filtering database and address: the bridge port. */
  static final OID LEARNED_PORT = new OID("1.3.6.1.2.1.17.7.1.2.2.1.2");

  /** LLDP-MIB lldpLocPortId (IEEE 802.1AB-2005), by local port number. */
  static final OID LLDP_LOCAL_PORT = new OID("1.0.8802.1.1.2.1.3.7.1.3");

  /** LLDP-MIB lldpRemChassisId, by time mark, local port number and index; so are the next two. */
  static final OID LLDP_CHASSIS = new OID("1.0.8802.1.1.2.1.4.1.1.5");

  /** lldpRemPortId. */
  static final OID LLDP_PORT = new OID("1.0.8802.1.1.2.1.4.1.1.7");

  /** lldpRemSysName. */
  static final OID LLDP_SYSTEM = new OID("1.0.8802.1.1.2.1.4.1.1.9");

  static final int UP = 1;
  static final int DOWN = 2;
  static final int ALL_FRAMES = 1;
  static final int TAGGED_FRAMES = 2;
  static final int TRUE = 1;

  /** Every port of a new switch is in it (IEEE 802.1Q). */
  static final int DEFAULT_VLAN = 1;

  static final int ACTIVE = 1;
  static final int CREATE_AND_GO = 4;
  static final int DESTROY = 6;

  private Mib() {}
}
