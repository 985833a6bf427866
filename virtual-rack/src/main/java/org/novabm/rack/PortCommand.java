package org.novabm.rack;

import java.util.concurrent.Callable;
import org.novabm.spi.network.VlanId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "port",
    description = "Move a machine's switch port: 10 provisioning, 20 tenant, 4094 idle.")
final class PortCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Parameters(index = "0", paramLabel = "N", description = "number of the machine")
  private int number;

  @Parameters(index = "1", paramLabel = "VLAN", description = "1 to 4094")
  private int vlan;

  @Override
  public Integer call() {
    rack.open().movePort(number, new VlanId(vlan));
    return 0;
  }
}
