package org.novabm.netswitch.junos;

import static org.novabm.netswitch.junos.netconf.Xml.element;

import java.io.IOException;
import java.util.List;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.netswitch.junos.netconf.Xml;
import org.novabm.spi.Deadline;
import org.w3c.dom.Element;

/** The requests we have for a Junos, one method each. */
final class JunosSwitch {

  private static final String LAYER_2 =
      "<get-config><source><running/></source><filter type=\"subtree\"><configuration>"
          + "<interfaces/><vlans/></configuration></filter></get-config>";

  private final Sessions sessions;
  private final ForwardingQuestion forwarding;

  JunosSwitch(Sessions sessions, KnownRequests known) {
    this.sessions = sessions;
    this.forwarding = new ForwardingQuestion(sessions, known);
  }

  JunosState view(Deadline deadline) throws IOException, RpcFailure {
    return JunosState.of(
        sessions.ask(LAYER_2, deadline),
        forwarding.ask(deadline),
        sessions.ask("<get-interface-information><terse/></get-interface-information>", deadline));
  }

  void lock(Deadline deadline) throws IOException, RpcFailure {
    sessions.ask("<lock><target><candidate/></target></lock>", deadline);
  }

  void unlock(Deadline deadline) throws IOException, RpcFailure {
    sessions.call("<unlock><target><candidate/></target></unlock>", deadline);
  }

  void discard(Deadline deadline) throws IOException, RpcFailure {
    sessions.call("<discard-changes/>", deadline);
  }

  void edit(String xml, Deadline deadline) throws IOException, RpcFailure {
    sessions.call(
        "<edit-config><target><candidate/></target><default-operation>merge</default-operation>"
            + "<error-option>stop-on-error</error-option><config><configuration>"
            + xml
            + "</configuration></config></edit-config>",
        deadline);
  }

  /** What the candidate would change, as {@code show | compare} has it; empty for nothing. */
  String difference(Deadline deadline) throws IOException, RpcFailure {
    Element reply =
        sessions.ask(
            "<get-configuration compare=\"rollback\" rollback=\"0\" format=\"text\"/>", deadline);
    List<Element> output = Xml.all(reply, "configuration-output");
    return output.isEmpty() ? "" : output.getFirst().getTextContent().strip();
  }

  /** Makes the candidate active; back again by itself unless it is confirmed in that time. */
  void commitConfirmed(int minutes, String comment, Deadline deadline)
      throws IOException, RpcFailure {
    sessions.call(
        "<commit-configuration><confirmed/>"
            + element("confirm-timeout", Integer.toString(minutes))
            + element("log", comment)
            + "</commit-configuration>",
        deadline);
  }

  /** Makes the candidate active, and confirms. */
  void commit(String comment, Deadline deadline) throws IOException, RpcFailure {
    sessions.call(
        "<commit-configuration>" + element("log", comment) + "</commit-configuration>", deadline);
  }

  /** Puts the configuration before the last commit into the candidate. */
  void loadBefore(Deadline deadline) throws IOException, RpcFailure {
    sessions.call("<load-configuration rollback=\"1\"/>", deadline);
  }

  /** The comments of the last commits, the newest first; an empty one for none. */
  List<String> commitLog(Deadline deadline) throws IOException, RpcFailure {
    return Xml.all(sessions.ask("<get-commit-information/>", deadline), "commit-history").stream()
        .map(entry -> Xml.text(entry, "log"))
        .toList();
  }

  Element addresses(Deadline deadline) throws IOException, RpcFailure {
    return sessions.ask("<get-ethernet-switching-table-information/>", deadline);
  }

  Element neighbours(Deadline deadline) throws IOException, RpcFailure {
    return sessions.ask("<get-lldp-neighbors-information/>", deadline);
  }

  void close() {
    sessions.close();
  }
}
