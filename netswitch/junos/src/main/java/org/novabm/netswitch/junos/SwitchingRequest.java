package org.novabm.netswitch.junos;

/** The two requests for what ports forward; a release has one of them. */
enum SwitchingRequest {
  /** Of the older syntax, and of ELS before release 20. */
  INFORMATION("<get-ethernet-switching-interface-information/>"),
  /** Of ELS since. */
  DETAILS("<get-ethernet-switching-interface-details/>");

  private final String xml;

  SwitchingRequest(String xml) {
    this.xml = xml;
  }

  String xml() {
    return xml;
  }

  SwitchingRequest other() {
    return switch (this) {
      case INFORMATION -> DETAILS;
      case DETAILS -> INFORMATION;
    };
  }
}
