package org.novabm.rack;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.network.JunosFolder;
import org.novabm.rack.network.JunosFront;
import org.novabm.rack.network.OpenFlowFront;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "shell",
    description = "Print the rack as assignments of shell variables, for eval.",
    sortOptions = false)
final class ShellCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Override
  public Integer call() {
    RackRecord record = rack.open().record();
    PrintWriter out = rack.out();
    String socket = record.switchEndpoint();
    print(out, "RACK_NAMESPACE", record.namespace());
    print(out, "RACK_DEPLOY_URL", record.deployUrl());
    print(out, "RACK_DEPLOY_LISTEN", record.deployListen());
    print(out, "RACK_DEPLOY_PORT", record.deployPort());
    print(out, "RACK_SWITCH_DRIVER", record.switchDriver());
    print(out, "RACK_SWITCH_ADDRESS", socket == null ? "the-rack" : socket);
    JunosFolder junos = rack.open().folder().junos();
    boolean isJunos = record.network() == NetworkKind.JUNOS;
    print(out, "RACK_SWITCH_USER", isJunos ? JunosFront.USER : null);
    print(out, "RACK_SWITCH_PASSWORD_FILE", isJunos ? junos.password() : null);
    print(out, "RACK_SWITCH_KNOWN_HOSTS", isJunos ? junos.knownHosts() : null);
    boolean isOpenFlow = record.network() == NetworkKind.OPENFLOW;
    print(out, "RACK_OPENFLOW_CONTROLLER", isOpenFlow ? OpenFlowFront.CONTROLLER : null);
    print(out, "RACK_OPENFLOW_UPLINK", isOpenFlow ? OpenFlowFront.UPLINK : null);
    print(out, "RACK_PROVISIONING_VLAN", record.provisioningVlan());
    print(out, "RACK_TENANT_VLAN", record.tenantVlan());
    for (RackNode node : record.nodes()) {
      print(out, node, "MAC", node.mac());
      print(out, node, "BMC", node.bmcAddress() + ":" + node.bmcPort());
      print(out, node, "USER", node.bmcUser());
      print(out, node, "PASSWORD_FILE", node.bmcPasswordFile());
      print(out, node, "PORT", node.switchPort());
      print(out, node, "FIRMWARE", node.firmware().name().toLowerCase(Locale.ROOT));
      print(out, node, "CPUS", node.cpus());
      print(out, node, "MEMORY_MB", node.memoryMb());
      print(out, node, "DISK_GB", node.diskGb());
    }
    return 0;
  }

  private static void print(PrintWriter out, RackNode node, String name, Object value) {
    print(out, "NODE" + node.number() + "_" + name, value);
  }

  private static void print(PrintWriter out, String name, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    out.println(name + "='" + text.replace("'", "'\\''") + "'");
  }
}
