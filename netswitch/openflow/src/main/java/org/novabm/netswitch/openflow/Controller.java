package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.wire.GreetedSwitch;
import org.novabm.netswitch.openflow.wire.Listener;
import org.novabm.spi.BackendException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All switches that call, or are to. */
final class Controller implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Controller.class);

  private final OpenFlowSettings settings;
  private final Map<DatapathId, Datapath> datapaths = new ConcurrentHashMap<>();
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
              tls == null ? ServerSocketFactory.getDefault() : tls.sockets(),
              settings.listen(),
              settings.versions(),
              this::arrived);
      log.info(
          "OpenFlow switches are awaited at {}:{}{}",
          settings.listen().getHostString(),
          listener.port(),
          tls == null ? "" : " with TLS");
    }
  }

  /** The port that it listens on; only after {@link #listen}. */
  synchronized int port() {
    return listener == null ? 0 : listener.port();
  }

  private void arrived(GreetedSwitch greeted) {
    datapath(new DatapathId(greeted.datapath())).arrived(greeted);
  }

  /** A switch, whether it called or not. */
  Datapath datapath(DatapathId id) {
    return datapaths.computeIfAbsent(id, key -> new Datapath(key, settings));
  }

  /** A switch that somebody wants to use now. */
  Datapath open(DatapathId id) {
    try {
      listen();
    } catch (IOException e) {
      throw new BackendException.Refused(
          id.toString(),
          "OpenFlow switches cannot be awaited at %s: %s; set listen in [netswitch:openflow]"
              .formatted(settings.listen(), e.getMessage()),
          e);
    }
    return datapath(id);
  }

  @Override
  public synchronized void close() {
    if (listener != null) {
      listener.close();
    }
    datapaths.values().forEach(Datapath::hangUp);
  }
}
