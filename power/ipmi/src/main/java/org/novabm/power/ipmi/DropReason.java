package org.novabm.power.ipmi;

import java.util.Locale;

/** Why a packet was thrown away. */
public enum DropReason {
  /** Not an RMCP+ packet of ours, or its contents contradict themselves. */
  MALFORMED,
  TOO_LONG,
  /** No such session of ours: closed already, or never there. */
  UNKNOWN_SESSION,
  /** The session is with another address. */
  WRONG_ADDRESS,
  /** A sequence number that came before, or is far from the others. */
  WRONG_SEQUENCE,
  BAD_AUTHENTICATION_CODE,
  /** An answer to a question that is not open any more. */
  UNEXPECTED,
  /** More packets than one session can have in flight. */
  FLOOD;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
