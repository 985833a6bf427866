package org.novabm.rack;

import java.util.List;
import java.util.concurrent.Callable;
import org.novabm.rack.network.DhcpLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "leases", description = "Show the addresses given out on both networks.")
final class LeasesCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Override
  public Integer call() {
    Rack open = rack.open();
    TextTable table = new TextTable("NETWORK", "NODE", "MAC", "ADDRESS", "HOSTNAME", "EXPIRES");
    for (DhcpLease lease : open.leases()) {
      table.row(
          lease.network(),
          owner(open.nodes(), lease),
          lease.mac().text(),
          lease.address(),
          lease.hostname(),
          lease.expires().toString());
    }
    rack.out().print(table);
    return 0;
  }

  private static String owner(List<RackNode> nodes, DhcpLease lease) {
    return nodes.stream()
        .filter(node -> node.mac().equals(lease.mac().text()))
        .map(RackNode::name)
        .findFirst()
        .orElse("-");
  }
}
