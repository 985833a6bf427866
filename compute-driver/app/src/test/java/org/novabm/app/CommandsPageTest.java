package org.novabm.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novabm.cli.Tools;
import picocli.CommandLine;

/** docs/commands.md is the help of every command. */
class CommandsPageTest {

  private static final String REWRITE =
      "./mvnw -pl compute-driver/app -am test -Dtest=CommandsPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dnovabm.rewrite";

  @Test
  void theCommandsPageIsTheHelpOfTheCommands() throws IOException {
    Path page = Path.of(System.getProperty("novabm.checkout"), "docs", "commands.md");
    String text = page();
    if (System.getProperty("novabm.rewrite") != null) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("docs/commands.md differs from the commands' help; write it anew with: " + REWRITE)
        .isEqualTo(text);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            Every command writes its help with `--help`; this page is that help. `nova-baremetal-manage
            bash-completion` writes a script that completes them in bash.
            """);
    Stream.concat(
            Tools.plain().stream(),
            Stream.of(new CommandLine(new NovaCompute()), new CommandLine(new NovaDeployHelper())))
        .forEach(
            tool -> {
              page.append("\n## ").append(tool.getCommandName()).append("\n");
              append(page, tool);
            });
    return page.toString();
  }

  private static void append(StringBuilder page, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (command.getParent() != null) {
      page.append("\n### ").append(name).append("\n");
    }
    page.append("\n```\n").append(command.getUsageMessage()).append("```\n");
    command.getSubcommands().values().forEach(sub -> append(page, sub));
  }
}
