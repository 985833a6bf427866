package org.novabm.netswitch.junos;

import java.io.IOException;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.spi.Deadline;
import org.w3c.dom.Element;

/** Asks what ports forward, by the request that the switch has. */
record ForwardingQuestion(Sessions sessions, KnownRequests known) {

  Element ask(Deadline deadline) throws IOException, RpcFailure {
    SwitchingRequest first = known.of(sessions.endpoint());
    try {
      return sessions.ask(first.xml(), deadline);
    } catch (RpcFailure refusal) {
      known.forget(sessions.endpoint());
      if (!refusal.isSyntaxError()) {
        throw refusal;
      }
      return askOtherwise(first.other(), refusal, deadline);
    } catch (IOException e) {
      known.forget(sessions.endpoint());
      throw e;
    }
  }

  private Element askOtherwise(SwitchingRequest other, RpcFailure refusal, Deadline deadline)
      throws IOException, RpcFailure {
    try {
      Element answer = sessions.ask(other.xml(), deadline);
      known.keep(sessions.endpoint(), other);
      return answer;
    } catch (RpcFailure again) {
      throw refusal.and(again);
    }
  }
}
