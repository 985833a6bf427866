package org.novabm.power.pdu;

import java.util.List;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power by the outlets of a power distribution unit over SNMP, for machines without a BMC. The
 * endpoint's address is {@code host,outlet}; SNMPv3 where it has a user, its password being the
 * pass phrase, else SNMPv2c with the password as community.
 *
 * <p>An outlet cannot ask an operating system to shut down, and a reset cuts the power. There is no
 * boot device to choose: the firmware of such a machine must try the network first and then the
 * disk.
 *
 * <p>Settings, all optional: {@code model} (auto: by what the unit says of itself and which object
 * it has), {@code off_seconds} (5), and those of {@link org.novabm.snmp.SnmpAccess}.
 */
public final class PduPowerProvider implements PowerManagerProvider {

  private final PduModels models = PduModels.load();
  private volatile PduSettings settings =
      PduSettings.from(BackendSettings.none("power:pdu"), models);

  private volatile ByteBudget heap = heap(settings);

  private static ByteBudget heap(PduSettings settings) {
    return new ByteBudget(
        "answers of power distribution units (answers_heap_kib in [power:pdu])",
        settings.access().heap());
  }

  @Override
  public String name() {
    return "pdu";
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = PduSettings.from(configuration, models);
    heap = heap(settings);
  }

  @Override
  public List<MemoryBound> bounds() {
    return List.of(
        new MemoryBound(
            "answers of power distribution units", "[power:pdu] answers_heap_kib", 1, heap.most()));
  }

  /**
   * A manager for the outlets of one machine.
   *
   * @throws IllegalArgumentException when the address names no outlet of one host
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    return new PduPowerManager(Outlets.of(endpoint), settings, models, heap);
  }
}
