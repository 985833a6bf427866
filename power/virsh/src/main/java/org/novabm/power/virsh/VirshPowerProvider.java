package org.novabm.power.virsh;

import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power of libvirt's virtual machines, for labs, by virsh(1). The endpoint's address is {@code
 * name} or {@code host/name}; a host is reached by SSH, as the user of the endpoint and with this
 * account's key, and must be known to it. Passwords are not used.
 *
 * <p>There is no boot device to choose: put the network first and the disk second in the machine's
 * own boot order. Group {@code [power:virsh]}, see {@link VirshSettings}.
 */
public final class VirshPowerProvider implements PowerManagerProvider {

  private volatile VirshSettings settings =
      BackendSettings.none("power:virsh").as(VirshSettings.class);

  @Override
  public String name() {
    return "virsh";
  }

  @Override
  public Class<? extends Record> settings() {
    return VirshSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.virtual_power_driver.VirtualPowerManager");
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(VirshSettings.class);
  }

  /**
   * A manager for one virtual machine.
   *
   * @throws IllegalArgumentException when the address names none
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    Domain domain = Domain.of(endpoint, settings);
    return new VirshPowerManager(domain, new Virsh(domain));
  }
}
