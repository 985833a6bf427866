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
 * <p>Group {@code [power:pdu]}, see {@link PduSettings}.
 */
public final class PduPowerProvider implements PowerManagerProvider {

  private final PduModels models = PduModels.load();
  private volatile PduSettings settings = BackendSettings.none("power:pdu").as(PduSettings.class);

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
  public Class<? extends Record> settings() {
    return PduSettings.class;
  }

  @Override
  public void configure(BackendSettings configuration) {
    PduSettings next = configuration.as(PduSettings.class);
    next.modelAmong(models);
    settings = next;
    heap = heap(next);
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
