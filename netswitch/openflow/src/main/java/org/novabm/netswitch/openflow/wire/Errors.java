package org.novabm.netswitch.openflow.wire;

import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadActionErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadInstructionErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadMatchErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadRequestErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFFlowModFailedErrorMsg;

/** What a switch complains of, in the specification's words. */
public final class Errors {

  private Errors() {}

  /** Type and code, for example {@code FLOW_MOD_FAILED ALL_TABLES_FULL}. */
  public static String text(OFErrorMsg error) {
    Object code =
        switch (error) {
          case OFFlowModFailedErrorMsg failed -> failed.getCode();
          case OFBadActionErrorMsg bad -> bad.getCode();
          case OFBadMatchErrorMsg bad -> bad.getCode();
          case OFBadInstructionErrorMsg bad -> bad.getCode();
          case OFBadRequestErrorMsg bad -> bad.getCode();
          default -> "";
        };
    return (error.getErrType() + " " + code).strip();
  }
}
