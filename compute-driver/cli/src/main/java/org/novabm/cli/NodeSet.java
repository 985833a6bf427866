package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.DetailsBody;
import org.novabm.rest.v1.NodeChangeBody;
import org.novabm.rest.v1.NodeView;
import org.novabm.rest.v1.PowerBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "set",
    description = {
      "Changes the record of a machine, also with an instance on it; refused while a task is"
          + " under way.",
      "Everything else stays as it is; traits, properties and hints are added to the existing "
          + "ones. No switch port is moved."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeSet implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Option(
      names = "--address",
      paramLabel = "IP",
      description = "The machine's own address, for people.")
  private @Nullable String address;

  @Option(
      names = "--cpus",
      paramLabel = "N",
      description = "Processors.",
      converter = AtLeastOne.class)
  private @Nullable Integer cpus;

  @Option(
      names = "--memory-mb",
      paramLabel = "N",
      description = "Memory in MiB.",
      converter = AtLeastOne.class)
  private @Nullable Integer memoryMb;

  @Option(
      names = "--local-gb",
      paramLabel = "N",
      description = "Disk in GiB.",
      converter = AtLeastOne.class)
  private @Nullable Integer diskGb;

  @Option(
      names = "--bmc-address",
      paramLabel = "ADDRESS",
      description = "Address of its BMC, or ADDRESS:PORT.")
  private @Nullable String bmc;

  @Option(names = "--bmc-user", paramLabel = "USER", description = "Account on the BMC.")
  private @Nullable String bmcUser;

  @Option(
      names = "--bmc-password",
      paramLabel = "PASSWORD",
      description = "Its password: - to read it from standard input, @FILE from a file.")
  private @Nullable String bmcPassword;

  @Option(
      names = "--power-manager",
      paramLabel = "NAME",
      description = "Power manager, for example ipmi; - for the configured one.")
  private @Nullable String powerManager;

  @Option(
      names = "--terminal-port",
      paramLabel = "N",
      description = "Port of the serial console of old; 0 for none.")
  private @Nullable Integer terminalPort;

  @Option(names = "--firmware", paramLabel = "bios|uefi", description = "What it boots with.")
  private @Nullable FirmwareName firmware;

  @Option(
      names = "--switch",
      paramLabel = "ID",
      description = "Number of its switch, together with --switch-port; - for none.",
      converter = SwitchArgument.Converter.class)
  private @Nullable SwitchArgument networkSwitch;

  @Option(
      names = "--switch-port",
      paramLabel = "PORT",
      description = "Port on that switch, or another one on the switch it is at.")
  private @Nullable String switchPort;

  @Option(
      names = "--no-trait",
      paramLabel = "TRAIT",
      description = "A trait to remove; may be repeated.")
  private List<String> lostTraits = new ArrayList<>();

  @Option(
      names = "--no-property",
      paramLabel = "KEY",
      description = "A property to remove; may be repeated.")
  private List<String> lostProperties = new ArrayList<>();

  @Option(
      names = "--no-root-device",
      paramLabel = "HINT",
      description = "A hint to remove; may be repeated.")
  private List<String> lostHints = new ArrayList<>();

  @Mixin private DetailsOptions details = new DetailsOptions();

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeSet(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PowerBody power = power();
    NodeChangeBody plain = body(null, power, DetailsBody.NOTHING);
    var without = new DetailsOptions.Removals(lostTraits, lostProperties, lostHints);
    if (plain.equals(NodeChangeBody.NOTHING) && details.isEmpty() && !without.isAny()) {
      throw new ToolException(ExitCode.USAGE, "nothing to change; --help lists the options");
    }
    Service service = options.open(session);
    String path = "/v1/nodes/" + Service.element(name);
    NodeView before = service.get(path).as(NodeView.class);
    DetailsBody said = details.body(without, before.details());
    Reply reply = service.patch(path, body(before.version(), power, said));
    List<String> lines =
        options.json()
            ? List.of(reply.text())
            : new NodeChangeText(before, reply.as(NodeView.class), bmcPassword != null).lines();
    lines.forEach(session.terminal().out()::println);
    return ExitCode.OK.number();
  }

  private NodeChangeBody body(@Nullable Long version, @Nullable PowerBody power, DetailsBody said) {
    return new NodeChangeBody(
        version,
        address,
        cpus,
        memoryMb,
        diskGb,
        power,
        terminalPort,
        FirmwareName.textOf(firmware),
        networkSwitch == null ? null : networkSwitch.id(),
        SwitchArgument.textOf(switchPort),
        said);
  }

  /** Null when nothing of it is to be changed. */
  private @Nullable PowerBody power() {
    if (bmc == null && bmcUser == null && bmcPassword == null && powerManager == null) {
      return null;
    }
    return new PowerBody(
        bmc,
        bmcUser,
        bmcPassword == null
            ? null
            : new PasswordArgument(bmcPassword).ofRequest(session.terminal()),
        SwitchArgument.NONE.equals(powerManager) ? "" : powerManager);
  }
}
