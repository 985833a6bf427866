package org.novabm.rack.junos;

/** An answer of no (RFC 6241, section 4.3). */
final class NetconfError extends Exception {

  private final String type;
  private final String tag;
  private final String info;

  NetconfError(String type, String tag, String message, String info) {
    super(message);
    this.type = type;
    this.tag = tag;
    this.info = info;
  }

  /** The request could not be done. */
  static NetconfError failed(String message) {
    return new NetconfError("protocol", "operation-failed", message, "");
  }

  /** The candidate is another's; session 0 is whoever left edits in it. */
  static NetconfError locked(int session, String message) {
    return new NetconfError(
        "protocol", "lock-denied", message, "<session-id>" + session + "</session-id>");
  }

  String xml() {
    return """
        <rpc-error>
        <error-type>%s</error-type>
        <error-tag>%s</error-tag>
        <error-severity>error</error-severity>
        <error-message>
        %s
        </error-message>
        %s</rpc-error>
        """
        .formatted(
            type,
            tag,
            JunosXml.text(String.valueOf(getMessage())),
            info.isEmpty() ? "" : "<error-info>" + info + "</error-info>\n");
  }
}
