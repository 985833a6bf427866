package org.novabm.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.app.conf.settings.BrokerAddress;
import org.novabm.app.conf.settings.Settings;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.rpc.TransportUrl;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * The broker of this service: the configured one, else one in this process. The address of the
 * latter, with a password made for it, stands in {@code state_path/broker/transport_url} for tools
 * of the same user.
 */
public final class Broker implements AutoCloseable {

  private static final String USER = "nova";

  private final TransportUrl url;
  private final @Nullable EmbeddedBroker embedded;

  private Broker(TransportUrl url, @Nullable EmbeddedBroker embedded) {
    this.url = url;
    this.embedded = embedded;
  }

  static Broker open(Settings settings) {
    TransportUrl configured = configured(settings);
    return configured != null ? new Broker(configured, null) : embed(settings);
  }

  /**
   * Where a tool finds the broker of the service that has these settings.
   *
   * @throws IllegalStateException when it is an embedded one that was never started
   */
  public static TransportUrl of(Settings settings) {
    TransportUrl configured = configured(settings);
    if (configured != null) {
      return configured;
    }
    Path file = addressFile(settings);
    try {
      return TransportUrl.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new IllegalStateException(
          file
              + " cannot be read: nova-compute writes it when it starts its own broker; start it, or name a broker in"
              + " transport_url",
          e);
    }
  }

  TransportUrl url() {
    return url;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  private static @Nullable TransportUrl configured(Settings settings) {
    List<BrokerAddress> brokers = settings.messaging().brokers();
    if (brokers.isEmpty()) {
      return null;
    }
    List<Endpoint> endpoints =
        brokers.stream()
            .map(b -> new Endpoint(b.host(), b.port(), b.user(), b.password()))
            .toList();
    return new TransportUrl(endpoints, brokers.getFirst().virtualHost(), false);
  }

  private static Broker embed(Settings settings) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Secret password = Secret.of(HexFormat.of().formatHex(random));
    Path file = addressFile(settings);
    try {
      Path folder = Files.createDirectories(file.getParent());
      EmbeddedBroker broker =
          EmbeddedBroker.start(settings.novabm().brokerPort(), USER, password, folder);
      String address =
          "rabbit://%s:%s@127.0.0.1:%d/".formatted(USER, password.reveal(), broker.port());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, address + "\n");
      return new Broker(TransportUrl.parse(address), broker);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded broker's folder cannot be written: " + file, e);
    }
  }

  private static Path addressFile(Settings settings) {
    return settings.host().statePath().resolve("broker").resolve("transport_url");
  }
}
