package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.NodeBody;
import org.novabm.rest.v1.NodeView;
import org.novabm.rest.v1.PowerBody;
import org.novabm.rest.v1.SwitchId;
import org.novabm.spi.MacAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Registers a machine.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeAdd implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<ip>",
      description = "The machine's own address, for people.")
  private String address = "";

  @Parameters(
      index = "1",
      paramLabel = "<mac_addr>",
      description = "MAC of the network card that boots.")
  private MacAddress mac = new MacAddress("00:00:00:00:00:00");

  @Parameters(
      index = "2",
      paramLabel = "<cpus>",
      description = "Processors.",
      converter = AtLeastOne.class)
  private int cpus;

  @Parameters(
      index = "3",
      paramLabel = "<ram>",
      description = "Memory in MiB.",
      converter = AtLeastOne.class)
  private int memoryMb;

  @Parameters(
      index = "4",
      paramLabel = "<hdd>",
      description = "Disk in GiB.",
      converter = AtLeastOne.class)
  private int diskGb;

  @Parameters(
      index = "5",
      paramLabel = "<ipmihost>",
      description = "Address of its BMC, or ADDRESS:PORT.")
  private String bmc = "";

  @Parameters(index = "6", paramLabel = "<ipmiuser>", description = "Account on the BMC.")
  private String bmcUser = "";

  @Parameters(
      index = "7",
      paramLabel = "<ipmipass>",
      description = "Its password: - to read it from standard input, @FILE from a file.")
  private String bmcPassword = "";

  @Parameters(
      index = "8",
      paramLabel = "<switchid>",
      description = "Number of its switch; - for none.",
      converter = SwitchArgument.Converter.class)
  private SwitchArgument networkSwitch = new SwitchArgument(SwitchId.NONE);

  @Parameters(
      index = "9",
      paramLabel = "<switchport>",
      description = "Port on that switch; - for none.")
  private String switchPort = SwitchArgument.NONE;

  @Option(
      names = "--firmware",
      paramLabel = "bios|uefi",
      defaultValue = "bios",
      description = "What it boots with; ${DEFAULT-VALUE} unless said.")
  private FirmwareName firmware = FirmwareName.bios;

  @Option(
      names = "--power-manager",
      paramLabel = "NAME",
      description = "Power manager, for example ipmi; the configured one unless said.")
  private @Nullable String powerManager;

  @Option(
      names = "--uuid",
      paramLabel = "UUID",
      description = "Name for the scheduler; made up unless said.")
  private @Nullable UUID uuid;

  @Option(names = "--mac", paramLabel = "MAC", description = "A further card; may be repeated.")
  private List<MacAddress> moreMacs = new ArrayList<>();

  @Option(
      names = "--enroll",
      description = "Offers it to nobody before it was managed and provided.")
  private boolean enroll;

  @Mixin private DetailsOptions details = new DetailsOptions();

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeAdd(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Service service = options.open(session);
    Reply reply = service.post("/v1/nodes", body());
    session
        .terminal()
        .out()
        .println(
            options.json()
                ? reply.text()
                : "node %d added: %s".formatted(reply.as(NodeView.class).id(), mac));
    return ExitCode.OK.number();
  }

  private NodeBody body() {
    return new NodeBody(
        address,
        Stream.concat(Stream.of(mac), moreMacs.stream()).map(MacAddress::text).toList(),
        cpus,
        memoryMb,
        diskGb,
        new PowerBody(
            bmc,
            bmcUser,
            new PasswordArgument(bmcPassword).ofRequest(session.terminal()),
            powerManager),
        firmware.name(),
        networkSwitch.id().number(),
        SwitchArgument.textOf(switchPort),
        enroll ? "enroll" : null,
        uuid == null ? null : uuid.toString(),
        details.body());
  }
}
