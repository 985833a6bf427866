package org.novabm.power.ipmi.wire;

import java.util.Locale;

/** The status codes of Open Session and RAKP messages (IPMI 2.0, table 13-15). */
public enum SetupStatus {
  NO_ERRORS(0x00),
  INSUFFICIENT_RESOURCES(0x01),
  INVALID_SESSION_ID(0x02),
  INVALID_PAYLOAD_TYPE(0x03),
  INVALID_AUTHENTICATION_ALGORITHM(0x04),
  INVALID_INTEGRITY_ALGORITHM(0x05),
  NO_MATCHING_AUTHENTICATION_PAYLOAD(0x06),
  NO_MATCHING_INTEGRITY_PAYLOAD(0x07),
  INACTIVE_SESSION_ID(0x08),
  INVALID_ROLE(0x09),
  UNAUTHORIZED_ROLE(0x0A),
  INSUFFICIENT_RESOURCES_FOR_ROLE(0x0B),
  INVALID_NAME_LENGTH(0x0C),
  UNAUTHORIZED_NAME(0x0D),
  UNAUTHORIZED_GUID(0x0E),
  INVALID_INTEGRITY_CHECK_VALUE(0x0F),
  INVALID_CONFIDENTIALITY_ALGORITHM(0x10),
  NO_CIPHER_SUITE_MATCH(0x11),
  ILLEGAL_PARAMETER(0x12),
  /** Any code the table does not have. */
  UNKNOWN(0xFF);

  private final int code;

  SetupStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Whether another cipher suite might be let in. */
  public boolean refusesSuite() {
    return switch (this) {
      case INVALID_AUTHENTICATION_ALGORITHM,
          INVALID_INTEGRITY_ALGORITHM,
          INVALID_CONFIDENTIALITY_ALGORITHM,
          NO_MATCHING_AUTHENTICATION_PAYLOAD,
          NO_MATCHING_INTEGRITY_PAYLOAD,
          NO_CIPHER_SUITE_MATCH,
          // what firmware says that does not know the suite's numbers
          ILLEGAL_PARAMETER ->
          true;
      default -> false;
    };
  }

  static SetupStatus of(int code) {
    for (SetupStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
