package org.novabm.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.service.ServiceBroker;
import org.novabm.conf.settings.Settings;
import org.novabm.messaging.broker.BrokerLibraries;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.TransportUrl;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker of this service: the configured one, else one in this process. The address of the
 * latter, with a password made for it, stands in {@code state_path/broker/transport_url} for tools
 * of the same user.
 */
final class Broker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
  private static final String USER = "nova";

  private final TransportUrl url;
  private final @Nullable EmbeddedBroker embedded;

  private Broker(TransportUrl url, @Nullable EmbeddedBroker embedded) {
    this.url = url;
    this.embedded = embedded;
  }

  /**
   * That there will be one.
   *
   * @throws IllegalStateException when none is configured and this distribution has none of its own
   */
  static void require(Settings settings) {
    if (ServiceBroker.configured(settings) == null && !BrokerLibraries.arePresent()) {
      throw new IllegalStateException(
          "no message broker is configured, and this distribution has no embedded one; set "
              + "transport_url ="
              + " rabbit://USER:PASSWORD@HOST:5672/ in [DEFAULT], or install the all-in-one distribution");
    }
  }

  static Broker open(Settings settings) {
    TransportUrl configured = ServiceBroker.configured(settings);
    if (configured != null && !settings.messaging().ssl()) {
      warnInClear(configured);
    }
    return configured != null ? new Broker(configured, null) : embed(settings);
  }

  BrokerSettings settings(Settings settings, String program) {
    return ServiceBroker.at(url, settings, program);
  }

  private static void warnInClear(TransportUrl url) {
    List<String> others =
        url.brokers().stream().map(Endpoint::address).filter(host -> !isLoopback(host)).toList();
    if (!others.isEmpty()) {
      LOG.warn(
          "the connection to the message broker at {} is in clear, with tokens and user data; set"
              + " [oslo_messaging_rabbit] ssl = true and ssl_ca_file",
          others);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // whatever it is, it is not this machine
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  private static Broker embed(Settings settings) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Secret password = Secret.of(HexFormat.of().formatHex(random));
    Path file = ServiceBroker.addressFile(settings);
    try {
      Path folder = Files.createDirectories(file.getParent());
      EmbeddedBroker broker =
          EmbeddedBroker.start(
              settings.novabm().brokerPort(),
              USER,
              password,
              settings.messaging().messageKib() << 10,
              folder);
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
}
