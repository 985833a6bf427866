package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.SwitchBody;
import org.novabm.rest.v1.SwitchView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Registers a switch.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class SwitchAdd implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<ip>",
      description = "Its management address, or ADDRESS:PORT.")
  private String address = "";

  @Parameters(index = "1", paramLabel = "<user>", description = "Account on the switch.")
  private String user = "";

  @Parameters(
      index = "2",
      paramLabel = "<passwd>",
      description = "Its password: - to read it from standard input, @FILE from a file.")
  private String password = "";

  @Parameters(
      index = "3",
      paramLabel = "<driver>",
      description =
          "Switch manager, for example openvswitch; the service names those it has. - for its networkmgr_driver.")
  private String driver = "";

  @Parameters(
      index = "4",
      paramLabel = "<description>",
      arity = "0..1",
      description = "For people.")
  private String description = "";

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  SwitchAdd(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Service service = options.open(session);
    SwitchBody body =
        new SwitchBody(
            address,
            null,
            user,
            new PasswordArgument(password).ofRequest(session.terminal()),
            SwitchArgument.textOf(driver),
            description);
    Reply reply = service.post("/v1/switches", body);
    session
        .terminal()
        .out()
        .println(
            options.json()
                ? reply.text()
                : "switch " + reply.as(SwitchView.class).id() + " added: " + address);
    return ExitCode.OK.number();
  }
}
