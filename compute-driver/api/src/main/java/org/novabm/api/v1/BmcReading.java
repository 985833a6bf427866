package org.novabm.api.v1;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.rest.v1.BmcView;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.EventLog;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.RestorePolicyControl;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.SensorReader;
import org.novabm.spi.power.VirtualMedia;

/**
 * Reads all that a power manager can read, in one turn of the BMC for each question, for a
 * deployment may wait for it. What the BMC refuses is noted, and the rest is read all the same; a
 * BMC that stops answering is asked nothing more, and what it said before is shown.
 */
final class BmcReading {

  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final Devices devices;
  private final Node node;
  private final List<String> troubles = new ArrayList<>();
  private boolean answered;
  private boolean silent;

  BmcReading(Devices devices, Node node) {
    this.devices = devices;
    this.node = node;
  }

  BmcView read(int events) {
    AssetData inventory = ask(AssetDataReader.class, can -> can.inventory(WITHIN));
    if (inventory != null) {
      inventory.remarks().forEach(remark -> troubles.add(node.power().display() + ": " + remark));
    }
    URI media = ask(VirtualMedia.class, can -> can.inserted(WITHIN));
    return new BmcView(
        node.power().display(),
        BmcViews.identity(ask(IdentityReader.class, can -> can.identity(WITHIN))),
        BmcViews.policy(ask(RestorePolicyControl.class, can -> can.restorePolicy(WITHIN))),
        ask(SecureBootControl.class, can -> can.secureBoot(WITHIN)),
        media == null ? null : media.toString(),
        BmcViews.inventory(inventory),
        BmcViews.sensors(ask(SensorReader.class, can -> can.sensors(WITHIN))),
        events == 0
            ? null
            : BmcViews.events(ask(EventLog.class, can -> can.events(events, WITHIN))),
        List.copyOf(troubles));
  }

  private <C, T> @Nullable T ask(Class<C> capability, Function<C, @Nullable T> question) {
    if (silent || !devices.can(node, capability)) {
      return null;
    }
    try {
      T answer =
          devices.<@Nullable T>aside(node, WITHIN, it -> question.apply(capability.cast(it)));
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
