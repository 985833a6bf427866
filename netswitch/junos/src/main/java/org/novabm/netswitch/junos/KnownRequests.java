package org.novabm.netswitch.junos;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.novabm.spi.Endpoint;

/** Which request each switch understood when it was last asked; managers come and go. */
final class KnownRequests {

  private final Map<String, SwitchingRequest> bySwitch = new ConcurrentHashMap<>();

  /** What to ask first. */
  SwitchingRequest of(Endpoint endpoint) {
    return bySwitch.getOrDefault(endpoint.display(), SwitchingRequest.INFORMATION);
  }

  /** Of most switches the first question is right, and nothing has to be kept. */
  void keep(Endpoint endpoint, SwitchingRequest understood) {
    switch (understood) {
      case INFORMATION -> forget(endpoint);
      case DETAILS -> bySwitch.put(endpoint.display(), understood);
    }
  }

  /** It may have another release when it answers again. */
  void forget(Endpoint endpoint) {
    bySwitch.remove(endpoint.display());
  }
}
