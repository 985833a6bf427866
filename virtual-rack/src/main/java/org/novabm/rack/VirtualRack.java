package org.novabm.rack;

import org.novabm.rack.process.RackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code virtual-rack}. */
@Command(
    name = "virtual-rack",
    description = "A rack of QEMU machines with IPMI BMCs and a switch.",
    mixinStandardHelpOptions = true,
    versionProvider = VirtualRack.Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed, the line on standard error says why and what to do",
      "2:the command line is wrong",
      "3:no rack in the folder, or not all of it runs",
      "4:waited in vain",
      "5:something is not installed",
      "other:exec ends as its command did"
    },
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      ExecCommand.class,
      ConsoleCommand.class,
      PowerCommand.class,
      PortCommand.class,
      LeasesCommand.class,
      ImageCommand.class,
      ProbeCommand.class,
      ShellCommand.class,
      SimulateCommand.class,
      BmcsCommand.class,
      RedfishCommand.class,
      SnmpCommand.class,
      JunosCommand.class
    })
public final class VirtualRack {

  static final int INCOMPLETE = 3;

  private VirtualRack() {}

  public static void main(String[] arguments) {
    CommandLine line = commandLine();
    int code = line.execute(arguments);
    line.getOut().flush();
    System.exit(code);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new VirtualRack());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          command.getErr().println("virtual-rack: " + message(failure));
          return exitCode(failure);
        });
    return line;
  }

  private static String message(Throwable failure) throws Exception {
    if (failure instanceof RackException || failure instanceof IllegalArgumentException) {
      Throwable cause = failure.getCause();
      return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }
    throw new IllegalStateException("a fault of the program itself", failure);
  }

  private static int exitCode(Throwable failure) {
    return switch (failure) {
      case IllegalArgumentException _ -> CommandLine.ExitCode.USAGE;
      case RackException.NoRack _ -> INCOMPLETE;
      case RackException.TimedOut _ -> 4;
      case RackException.Missing _ -> 5;
      case Throwable _ -> CommandLine.ExitCode.SOFTWARE;
    };
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = VirtualRack.class.getPackage().getImplementationVersion();
      return new String[] {"virtual-rack " + (version == null ? "(unpacked)" : version)};
    }
  }
}
