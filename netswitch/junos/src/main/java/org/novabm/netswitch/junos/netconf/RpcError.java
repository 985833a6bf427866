package org.novabm.netswitch.junos.netconf;

/**
 * One {@code rpc-error} (RFC 6241, section 4.3).
 *
 * @param tag for example {@code lock-denied}
 * @param severity error or warning
 * @param message what the switch says, on one line
 * @param element the element it is about; may be empty
 * @param sessionId who holds the lock; empty when it is no lock
 */
public record RpcError(
    String tag, String severity, String message, String element, String sessionId) {

  @Override
  public String toString() {
    String about = element.isEmpty() ? "" : " (" + element + ")";
    return message.isEmpty() ? tag + about : message + about;
  }
}
