package org.novabm.rack;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.image.KernelFinder;
import org.novabm.rack.machine.Accelerator;
import org.novabm.spi.power.Firmware;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Start a rack, or what is missing of one.", sortOptions = false)
final class UpCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = "novabm-rack",
      description = "network namespace (default: ${DEFAULT-VALUE})")
  private String namespace = "";

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "1",
      description = "how many machines, 1 to 64 (default: ${DEFAULT-VALUE})")
  private int nodes;

  @Option(
      names = "--firmware",
      split = ",",
      paramLabel = "bios|uefi",
      defaultValue = "bios",
      description = "of all, or one for each machine with commas (default: ${DEFAULT-VALUE})")
  private List<Firmware> firmware = List.of();

  @Option(
      names = "--disk-mib",
      paramLabel = "MIB",
      defaultValue = "512",
      description = "disk of each machine (default: ${DEFAULT-VALUE})")
  private int diskMib;

  @Option(
      names = "--memory-mib",
      paramLabel = "MIB",
      defaultValue = "384",
      description = "memory of each machine (default: ${DEFAULT-VALUE})")
  private int memoryMib;

  @Option(
      names = "--network",
      paramLabel = "openvswitch|junos|openflow|user",
      description =
          "a real switch in the namespace, a simulated Junos in front of it, the same switch under an"
              + " OpenFlow controller at 127.0.0.1:6653, or a private user network for each machine"
              + " (default: openvswitch for root, else user)")
  private @Nullable NetworkKind network;

  @Option(
      names = "--deploy-url",
      paramLabel = "URL",
      description =
          "where machines get boot.ipxe (default: http://172.30.10.1:10000, on user networks"
              + " http://10.0.2.2:10000)")
  private @Nullable String deployUrl;

  @Option(
      names = "--accelerator",
      paramLabel = "kvm|tcg",
      description = "what runs the processors (default: kvm when a kernel boots with it, else tcg)")
  private @Nullable Accelerator accelerator;

  @Option(
      names = "--kernel",
      paramLabel = "FILE",
      description = "kernel to try KVM with (default: one of /boot)")
  private @Nullable Path kernel;

  @Override
  public Integer call() {
    Rack.up(plan(), rack.narrator());
    return 0;
  }

  private RackPlan plan() {
    NetworkKind kind = network != null ? network : RackPlan.usualNetwork();
    return new RackPlan(
        rack.dir(),
        kind,
        namespace,
        firmwareOfEach(),
        memoryMib,
        diskMib,
        deployUrl != null ? deployUrl : RackPlan.usualUrl(kind),
        accelerator,
        kernel != null ? kernel : KernelFinder.installed());
  }

  private List<Firmware> firmwareOfEach() {
    if (firmware.size() == 1) {
      return Collections.nCopies(Math.max(nodes, 0), firmware.getFirst());
    }
    if (firmware.size() != nodes) {
      throw new IllegalArgumentException(
          "--firmware names %d kinds for %d nodes: give one for all, or one for each"
              .formatted(firmware.size(), nodes));
    }
    return firmware;
  }
}
