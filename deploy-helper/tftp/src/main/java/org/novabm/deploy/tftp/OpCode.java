package org.novabm.deploy.tftp;

/** The first two bytes of a packet (RFC 1350, section 5; RFC 2347 for OACK). */
final class OpCode {

  static final int READ = 1;
  static final int WRITE = 2;
  static final int DATA = 3;
  static final int ACK = 4;
  static final int ERROR = 5;
  static final int OPTION_ACK = 6;

  private OpCode() {}
}
