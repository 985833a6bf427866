package org.novabm.power.ipmi;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.BmcProfile;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** A simulated BMC of a profile, and managers of it. */
final class ProfiledBmc implements AutoCloseable {

  private final BmcFarm farm = BmcFarm.start();
  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final PlainChassis chassis;
  private final SimulatedBmc bmc;

  private ProfiledBmc(BmcProfile profile, PowerState state) {
    this.chassis = new PlainChassis(state);
    BmcPlan plan = BmcPlan.of(BmcAccount.of("admin", Secret.of("secret")), chassis).with(profile);
    this.bmc = farm.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), plan);
  }

  static ProfiledBmc plain(String... traits) {
    return of(BmcProfile.plain(), PowerState.OFF, traits);
  }

  static ProfiledBmc switchedOn(String... traits) {
    return of(BmcProfile.plain(), PowerState.ON, traits);
  }

  static ProfiledBmc named(String profile) {
    return of(BmcProfile.named(profile), PowerState.OFF);
  }

  private static ProfiledBmc of(BmcProfile profile, PowerState state, String... traits) {
    BmcProfile wanted = profile;
    for (String trait : traits) {
      wanted = wanted.with(trait);
    }
    return new ProfiledBmc(wanted, state);
  }

  ProfiledBmc configured(Map<String, String> settings) {
    provider.configure(new BackendSettings("power:ipmi", settings));
    return this;
  }

  PowerManager open() {
    return provider.open(
        new Endpoint("127.0.0.1", bmc.address().getPort(), "admin", Secret.of("secret")));
  }

  boolean isOn() {
    return chassis.isOn();
  }

  /** Commands that it was sent in sessions. */
  int asked() {
    return bmc.asked();
  }

  @Override
  public void close() {
    provider.close();
    farm.close();
  }
}
