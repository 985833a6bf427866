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
 * own boot order.
 *
 * <p>Settings, all optional: {@code uri} (qemu:///system), {@code remote_uri}
 * (qemu+ssh://%s/system?no_tty=1).
 */
public final class VirshPowerProvider implements PowerManagerProvider {

  private volatile VirshSettings settings = VirshSettings.from(BackendSettings.none("power:virsh"));

  @Override
  public String name() {
    return "virsh";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.virtual_power_driver.VirtualPowerManager");
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = VirshSettings.from(configuration);
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
