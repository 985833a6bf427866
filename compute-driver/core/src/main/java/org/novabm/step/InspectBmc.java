package org.novabm.step;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.NodePool;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.DeviceIdentity;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.PowerManager;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Asks the BMC what machine this is, and puts it on record as properties of the node: {@code
 * manufacturer}, {@code model}, {@code part_number}, {@code serial_number}, {@code
 * board_serial_number}, {@code asset_tag}, {@code bmc_firmware}. What the BMC does not say stays as
 * it was. The machine is not touched; what only its own system can tell is not asked.
 */
public final class InspectBmc implements Step {

  private static final int LONGEST = 255;

  private final Devices devices;
  private final NodePool pool;
  private final Duration timeout;

  public InspectBmc(Devices devices, NodePool pool, Duration timeout) {
    this.devices = devices;
    this.pool = pool;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "inspect_bmc";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "ask the BMC what machine this is";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    Map<String, String> found = new TreeMap<>();
    devices.aside(node, timeout, bmc -> readAssetData(bmc, found));
    devices.aside(node, timeout, bmc -> readIdentity(bmc, found));
    if (found.isEmpty()) {
      return new StepOutcome.Done("the BMC does not say what machine this is");
    }
    return pool.record(node.id(), found)
        ? new StepOutcome.Done("the BMC says: " + found)
        : new StepOutcome.RetryAfter(
            Duration.ofSeconds(1), "others change the node just now; it is looked at again");
  }

  private boolean readAssetData(PowerManager bmc, Map<String, String> found) {
    if (!(bmc instanceof AssetDataReader reader)) {
      return false;
    }
    AssetData read = reader.inventory(timeout);
    put(found, "manufacturer", read.manufacturer());
    put(found, "model", read.product());
    put(found, "part_number", read.part());
    put(found, "serial_number", read.serial());
    put(found, "board_serial_number", read.boardSerial());
    put(found, "asset_tag", read.asset());
    return true;
  }

  private boolean readIdentity(PowerManager bmc, Map<String, String> found) {
    if (!(bmc instanceof IdentityReader reader)) {
      return false;
    }
    DeviceIdentity read = reader.identity(timeout);
    put(found, "bmc_firmware", read.firmware());
    return true;
  }

  /** Devices pad their texts, and some fill them with what is none. */
  private static void put(Map<String, String> found, String name, String said) {
    String text = said.replaceAll("\\p{Cntrl}", " ").strip();
    if (!text.isEmpty()) {
      found.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }
}
