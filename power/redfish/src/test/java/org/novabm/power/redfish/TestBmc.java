package org.novabm.power.redfish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.novabm.rack.redfish.Certificate;
import org.novabm.rack.redfish.RedfishProfile;
import org.novabm.rack.redfish.SimulatedRedfish;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerManager;

/** A simulated BMC, and managers that trust it. */
final class TestBmc implements AutoCloseable {

  private static final Certificate CERTIFICATE = certificate();

  private final SimulatedRedfish bmc;
  private final RedfishPowerProvider provider;

  private TestBmc(SimulatedRedfish bmc, RedfishPowerProvider provider) {
    this.bmc = bmc;
    this.provider = provider;
  }

  static TestBmc plain(String... traits) {
    return of(RedfishProfile.plain(), traits);
  }

  static TestBmc named(String profile, String... traits) {
    return of(RedfishProfile.named(profile), traits);
  }

  private static TestBmc of(RedfishProfile profile, String... traits) {
    for (String trait : traits) {
      profile = profile.with(trait);
    }
    try {
      return new TestBmc(SimulatedRedfish.start(CERTIFICATE, profile), trusting(CERTIFICATE.pem()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RedfishPowerProvider trusting(Path authorities) {
    return configured(Map.of("verify_ca", authorities.toString()));
  }

  static RedfishPowerProvider configured(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("poll_seconds", "0.02");
    all.put("cycle_off_seconds", "0.3");
    RedfishPowerProvider provider = new RedfishPowerProvider();
    provider.configure(new BackendSettings("power:redfish", all));
    return provider;
  }

  static Endpoint endpoint(String address, int port) {
    return new Endpoint(address, port, SimulatedRedfish.USER, Secret.of(SimulatedRedfish.PASSWORD));
  }

  private static Certificate certificate() {
    try {
      Path folder = Files.createTempDirectory("novabm-bmc");
      folder.toFile().deleteOnExit();
      Certificate made = Certificate.make(folder);
      made.pem().toFile().deleteOnExit();
      made.store().toFile().deleteOnExit();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SimulatedRedfish bmc() {
    return bmc;
  }

  PowerManager open() {
    return open("127.0.0.1");
  }

  PowerManager open(String address) {
    return provider.open(endpoint(address, bmc.port()));
  }

  @Override
  public void close() {
    bmc.close();
  }
}
