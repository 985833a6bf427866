package org.novabm.api.v1;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.api.v1.BmcView.InventoryView;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.RestorePolicyControl;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.SensorReader;
import org.novabm.spi.power.VirtualMedia;

/**
 * Reads all that a power manager can read. What the BMC refuses is noted, and the rest is read all
 * the same; a BMC that stops answering is asked nothing more, and what it said before is shown.
 */
final class BmcReading {

  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final PowerManager manager;
  private final List<String> troubles = new ArrayList<>();
  private boolean answered;
  private boolean silent;

  BmcReading(PowerManager manager) {
    this.manager = manager;
  }

  BmcView read(Node node, int events) {
    AssetData inventory = ask(AssetDataReader.class, can -> can.inventory(WITHIN));
    if (inventory != null) {
      inventory.remarks().forEach(remark -> troubles.add(node.power().display() + ": " + remark));
    }
    URI media = ask(VirtualMedia.class, can -> can.inserted(WITHIN));
    return new BmcView(
        node.power().display(),
        ask(IdentityReader.class, can -> can.identity(WITHIN)),
        BmcView.policy(ask(RestorePolicyControl.class, can -> can.restorePolicy(WITHIN))),
        ask(SecureBootControl.class, can -> can.secureBoot(WITHIN)),
        media == null ? null : media.toString(),
        inventory == null ? null : InventoryView.of(inventory),
        BmcView.sensorsOf(ask(SensorReader.class, can -> can.sensors(WITHIN))),
        events == 0
            ? null
            : BmcView.eventsOf(ask(EventLog.class, can -> can.events(events, WITHIN))),
        List.copyOf(troubles));
  }

  private <C, T> @Nullable T ask(Class<C> capability, Function<C, @Nullable T> question) {
    if (silent || !capability.isInstance(manager)) {
      return null;
    }
    try {
      T answer = question.apply(capability.cast(manager));
      answered = true;
      return answer;
    } catch (BackendException.Unreachable e) {
      if (!answered) {
        throw e;
      }
      silent = true;
      troubles.add(String.valueOf(e.getMessage()));
      return null;
    } catch (BackendException.Refused
        | BackendException.Unsupported
        | BackendException.ProtocolViolation e) {
      answered = true;
      troubles.add(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
