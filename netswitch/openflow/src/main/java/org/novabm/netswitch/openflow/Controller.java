package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.wire.Caller;
import org.novabm.netswitch.openflow.wire.Listener;
import org.novabm.netswitch.openflow.wire.PortRoom;
import org.novabm.netswitch.openflow.wire.RareLines;
import org.novabm.netswitch.openflow.wire.Securing;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All switches that call, or are to. A datapath id is known when a manager was opened for it, or
 * when the state folder says what was made of it; of others nothing is kept but their connections,
 * and those not for long.
 */
final class Controller implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Controller.class);

  private final OpenFlowSettings settings;
  private final Map<DatapathId, Datapath> datapaths = new ConcurrentHashMap<>();
  private final Lobby lobby = new Lobby();
  private final RareLines lines = new RareLines(log);
  private @Nullable Listener listener;

  Controller(OpenFlowSettings settings) {
    this.settings = settings;
  }

  /**
   * Listens from now on, if it does not yet.
   *
   * @throws IOException when the address is taken, or keys cannot be read
   */
  synchronized void listen() throws IOException {
    if (listener == null) {
      TlsKeys tls = settings.tls();
      listener =
          Listener.start(
              settings.listen(),
              tls == null ? Securing.NONE : tls.securing(),
              settings.versions(),
              settings.limits(),
              new ByteBudget(
                  "answers of OpenFlow switches (answers_kib in [netswitch:openflow])",
                  settings.answerBytes()),
              new ByteBudget(
                  "ports of OpenFlow switches", settings.ports() * PortRoom.HEAP_PER_PORT),
              this::called);
      log.info(
          "listening for OpenFlow switches at {}:{}{}",
          settings.listen().getHostString(),
          listener.port(),
          tls == null ? "" : " with TLS");
      if (!settings.isGuarded()) {
        log.warn(
            "anybody who reaches {}:{} may pose as a switch, because OpenFlow is in clear: set "
                + "tls_keystore, tls_truststore and tls_password_file in [netswitch:openflow], "
                + "or listen on a network that only switches are on",
            settings.listen().getHostString(),
            listener.port());
      }
    }
  }

  /** The port that it listens on; only after {@link #listen}. */
  synchronized int port() {
    return listener == null ? 0 : listener.port();
  }

  /** How many are connected, switches or not. */
  synchronized int connections() {
    return listener == null ? 0 : listener.connections();
  }

  /** How many datapath ids are kept. */
  int known() {
    return datapaths.size();
  }

  /** False when no such switch is known; it waits then. */
  private boolean called(Caller caller) {
    DatapathId id = new DatapathId(caller.datapath());
    if (!datapaths.containsKey(id) && !WishFile.exists(settings.stateFolder(), id)) {
      lobby.keep(caller);
      // it may have become known between the two
      if (!datapaths.containsKey(id)) {
        lines.warn(
            "{} says that it is switch {}, which is not registered, or was a moment ago: nova-baremetal-switchmanager add {} none - openflow",
            caller.display(),
            id,
            id);
        return false;
      }
      lobby.take(id).forEach(this::arrives);
      return true;
    }
    datapath(id).arrived(caller);
    return true;
  }

  private Datapath datapath(DatapathId id) {
    return datapaths.computeIfAbsent(id, key -> new Datapath(key, settings, lines));
  }

  private void arrives(Caller caller) {
    Thread.ofVirtual()
        .name("openflow-arrival")
        .start(
            () -> {
              try {
                datapath(new DatapathId(caller.datapath())).arrived(caller);
              } catch (RuntimeException e) {
                // whatever it was: a link that stays would keep the real switch out
                lines.warn("a switch that waited cannot be used: {}", e.getMessage());
                caller.turnAway("it cannot be used");
              }
            });
  }

  /** A switch that is registered, whether it called or not. */
  Datapath expect(DatapathId id) {
    Datapath datapath = datapath(id);
    lobby.take(id).forEach(this::arrives);
    return datapath;
  }

  /** A switch that somebody wants to use now. */
  Datapath open(DatapathId id) {
    try {
      listen();
    } catch (IOException e) {
      throw new BackendException.Refused(
          id.toString(),
          "cannot listen for OpenFlow switches at %s: %s; set listen in [netswitch:openflow]"
              .formatted(settings.listen(), e.getMessage()),
          e);
    }
    return expect(id);
  }

  @Override
  public synchronized void close() {
    if (listener != null) {
      listener.close();
    }
    datapaths.values().forEach(Datapath::hangUp);
  }
}
