package org.novabm.power.ipmi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.novabm.power.ipmi.wire.CompletionCode.Verdict;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.ForeignProgram;

/**
 * A BMC by a program of others, a process and a login a command: for BMCs that get on with it and
 * not with us. Its password is in a file of ours for as long as the process runs, and on no command
 * line.
 */
final class ToolBmc implements IpmiBmc {

  private final Endpoint endpoint;
  private final IpmiSettings settings;
  private final ForeignTool tool;

  ToolBmc(Endpoint endpoint, IpmiSettings settings, ForeignTool tool) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.tool = tool;
  }

  @Override
  public String name() {
    return endpoint.display();
  }

  @Override
  public IpmiResponse ask(IpmiCommand command, CommandDeadline deadline) {
    DoublingPauses backoff = settings.betweenReadings();
    try {
      while (true) {
        IpmiResponse response = run(command, deadline);
        if (response.completion().verdict() != Verdict.BUSY || !backoff.pause(deadline)) {
          return response;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          name(), "interrupted while waiting for " + tool.program(), e);
    } catch (IOException e) {
      throw new BackendException.Unsupported(
          name(), "the file with its password cannot be written: %s".formatted(e.getMessage()));
    }
  }

  private IpmiResponse run(IpmiCommand command, CommandDeadline deadline) throws IOException {
    Path secret =
        Files.createTempFile(
            "novabm-ipmi",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(secret, tool.secretFile(endpoint, settings));
      ForeignProgram.Ending ending =
          run(tool.line(endpoint, settings, secret, command, left(deadline)), deadline);
      Optional<IpmiResponse> answer = tool.answer(command, ending);
      if (answer.isPresent()) {
        return answer.get();
      }
      List<String> chatty = tool.chattyLine(endpoint, settings, secret, left(deadline));
      throw none(command, chatty.isEmpty() ? ending : run(chatty, deadline));
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private static Duration left(CommandDeadline deadline) {
    return Duration.ofNanos(deadline.remainingNanos());
  }

  private ForeignProgram.Ending run(List<String> line, CommandDeadline deadline) {
    return new ForeignProgram(name(), line).run(org.novabm.spi.Deadline.in(left(deadline)));
  }

  private BackendException none(IpmiCommand command, ForeignProgram.Ending ending) {
    String said = ending.brief();
    return tool.blamesAccount(ending.all())
        ? new BackendException.Refused(
            name(),
            "the BMC refuses user '%s' or its password, says %s: %s"
                .formatted(endpoint.user(), tool.program(), said))
        : new BackendException.Unreachable(
            name(), "%s has no answer to %s: %s".formatted(tool.program(), command.name(), said));
  }

  /** Nothing is kept between commands. */
  @Override
  public void close() {}
}
