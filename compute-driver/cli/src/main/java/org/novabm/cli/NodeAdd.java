package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.spi.MacAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "add",
    description = "Registers a machine.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeAdd implements Callable<Integer> {

  /** In place of a switch or a port: there is none. */
  private static final String NONE = "-";

  /** Firmware as it is written in requests. */
  enum FirmwareName {
    bios,
    uefi
  }

  /** A number, or the word for none. */
  static final class SwitchNumber implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!text.matches("-|[1-9][0-9]{0,8}")) {
        throw new TypeConversionException(
            "'" + text + "' is neither a whole number from 1 on nor -");
      }
      return text;
    }
  }

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
      converter = SwitchNumber.class)
  private String switchId = NONE;

  @Parameters(
      index = "9",
      paramLabel = "<switchport>",
      description = "Port on that switch; - for none.")
  private String switchPort = NONE;

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
                : "node %d added: %s".formatted(reply.json().path("id").asLong(), mac));
    return ExitCode.OK.number();
  }

  private ObjectNode body() {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("address", address).put("cpus", cpus);
    body.put("memory_mb", memoryMb).put("local_gb", diskGb).put("firmware", firmware.name());
    body.putArray("macs").add(mac.text());
    moreMacs.forEach(more -> body.withArray("macs").add(more.text()));
    ObjectNode power = body.putObject("power").put("address", bmc).put("user", bmcUser);
    power.put("password", new PasswordArgument(bmcPassword).read(session.terminal()).reveal());
    if (powerManager != null) {
      power.put("manager", powerManager);
    }
    if (uuid != null) {
      body.put("uuid", uuid.toString());
    }
    if (enroll) {
      body.put("provision_state", "enroll");
    }
    putSwitch(body);
    details.putInto(body);
    return body;
  }

  private void putSwitch(ObjectNode body) {
    if (!switchId.equals(NONE)) {
      body.put("switch_id", Integer.parseInt(switchId));
    }
    if (!switchPort.equals(NONE)) {
      body.put("switch_port", switchPort);
    }
  }
}
