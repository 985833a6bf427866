package org.novabm.cli;

import java.util.List;
import java.util.Map;
import org.novabm.cli.messages.NovaBaremetalInstanceManager;
import org.novabm.conf.ConfigSearch;
import picocli.CommandLine;

/** All command line tools. */
public final class Tools {

  private Tools() {}

  /** As they are where no terminal shows colours; for a page about them. */
  public static List<CommandLine> plain() {
    return all(
        new ToolContext(
            Terminal.system(Map.of("NO_COLOR", "1")), Map.of(), ConfigSearch.of("nova-compute")));
  }

  static List<CommandLine> all(ToolContext session) {
    return List.of(
        NovaBaremetalManage.commandLine(session),
        NovaBaremetalSwitchManager.commandLine(session),
        NovaBaremetalNodeManager.commandLine(session),
        NovaBaremetalInstanceManager.commandLine());
  }
}
