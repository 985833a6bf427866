package org.novabm.netswitch.fake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/**
 * Switches that exist in this process only, one for each endpoint address and port. Their ports
 * come into being, idle, when they are first named; a new process starts with all ports idle.
 *
 * <p>Two things can be asked for by name: the port {@code missing}, which no fake switch has, and
 * host names that end in {@code .invalid} (RFC 6761, section 6.4), where no fake switch answers.
 *
 * <p>Group {@code [netswitch:fake]}, see {@link FakeSwitchSettings}. A failing write has been
 * carried out or not with even odds, as when the answer of a real switch is lost.
 */
public final class FakeSwitchProvider implements SwitchManagerProvider {

  private final Map<String, FakeSwitch> switches = new ConcurrentHashMap<>();
  private volatile FakeSwitchSettings settings = FakeSwitchSettings.CALM;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Class<? extends Record> settings() {
    return FakeSwitchSettings.class;
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(FakeSwitchSettings.class);
  }

  @Override
  public SwitchManager open(Endpoint endpoint) {
    FakeSwitch device = switches.computeIfAbsent(endpoint.display(), FakeSwitch::new);
    return new FakeSwitchManager(endpoint.display(), settings, device);
  }
}
