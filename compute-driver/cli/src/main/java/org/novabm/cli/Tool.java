package org.novabm.cli;

import org.novabm.conf.ConfigException;
import org.novabm.spi.MacAddress;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/** Makes a command line behave as all of ours do. */
final class Tool {

  private Tool() {}

  static CommandLine prepare(CommandLine line, ToolContext session) {
    Terminal terminal = session.terminal();
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    // @file names a password here, not a file of arguments
    line.setExpandAtFiles(false);
    line.getCommandSpec().preprocessor(new LeadingConfiguration());
    line.setColorScheme(
        Help.defaultColorScheme(terminal.coloured() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.registerConverter(MacAddress.class, Tool::mac);
    line.setExecutionExceptionHandler((e, failed, _) -> explain(e, failed));
    describeExitCodes(line);
    return line;
  }

  private static void describeExitCodes(CommandLine line) {
    if (line.getSubcommands().isEmpty()) {
      UsageMessageSpec usage = line.getCommandSpec().usageMessage();
      usage.exitCodeListHeading("Exit codes:%n");
      usage.exitCodeList(UsageMessageSpec.keyValuesMap(ExitCode.lines()));
    }
    line.getSubcommands().values().forEach(Tool::describeExitCodes);
  }

  private static int explain(Exception e, CommandLine failed) throws Exception {
    ExitCode code =
        switch (e) {
          case ToolException known -> known.exitCode();
          case ConfigException _ -> ExitCode.USAGE;
          default -> throw e;
        };
    String name = failed.getCommandSpec().root().name();
    failed.getErr().println(name + ": " + e.getMessage());
    return code.number();
  }

  private static MacAddress mac(String text) {
    try {
      return new MacAddress(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
