package org.novabm.power.ipmi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.Endpoint;
import org.novabm.spi.ForeignProgram;

/**
 * ipmitool(1), its command {@code raw}.
 *
 * @param file its name, or where it is
 */
record IpmitoolProgram(String file) implements ForeignTool {

  private static final Pattern CODE = Pattern.compile("rsp=0x([0-9a-fA-F]{1,2})\\)");
  private static final Pattern OCTET = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ACCOUNT =
      Pattern.compile("HMAC is invalid|[Uu]nauthorized name|[Ii]nvalid user ?name|Key exchange");

  /** As it is installed. */
  IpmitoolProgram() {
    this("ipmitool");
  }

  @Override
  public String program() {
    return "ipmitool";
  }

  /** An empty file makes it ask the terminal, a NUL byte does not. */
  @Override
  public String secretFile(Endpoint endpoint, IpmiSettings settings) {
    return endpoint.password().isEmpty() ? "\0" : endpoint.password().reveal();
  }

  @Override
  public List<String> line(
      Endpoint endpoint, IpmiSettings settings, Path secret, IpmiCommand command, Duration within) {
    List<String> line = new ArrayList<>(List.of(file, "-I", "lanplus"));
    line.addAll(List.of("-C", "" + settings.lastSuite().id(), "-L", "" + settings.privilege()));
    line.addAll(List.of("-H", endpoint.address(), "-p", "" + endpoint.portOr(settings.port())));
    line.addAll(List.of("-U", endpoint.user(), "-f", secret.toString()));
    line.addAll(List.of("-N", "1", "-R", "" + Math.max(1, within.toSeconds())));
    line.addAll(List.of("raw", hex(command.netFn()), hex(command.number())));
    for (byte octet : command.data().toByteArray()) {
      line.add(hex(octet & 0xff));
    }
    return line;
  }

  /** Only so it tells a wrong password from silence. */
  @Override
  public List<String> chattyLine(
      Endpoint endpoint, IpmiSettings settings, Path secret, Duration within) {
    List<String> line =
        new ArrayList<>(line(endpoint, settings, secret, IpmiCommand.getDeviceId(), within));
    line.add(1, "-v");
    return line;
  }

  private static String hex(int octet) {
    return "0x%02x".formatted(octet);
  }

  @Override
  public Optional<IpmiResponse> answer(IpmiCommand command, ForeignProgram.Ending ending) {
    if (ending.done()) {
      return Optional.of(response(command, 0, HexDump.octets(dump(ending.text()))));
    }
    Matcher code = CODE.matcher(ending.complaints());
    return code.find()
        ? Optional.of(response(command, Integer.parseInt(code.group(1), 16), Octets.EMPTY))
        : Optional.empty();
  }

  /** The lines that have the answer; a build of it may greet its user in others. */
  private static String dump(String text) {
    return text.lines()
        .filter(line -> BLANKS.splitAsStream(line.strip()).allMatch(OCTET.asMatchPredicate()))
        .collect(Collectors.joining("\n"));
  }

  private static IpmiResponse response(IpmiCommand command, int code, Octets data) {
    return new IpmiResponse(
        command.netFn() + 1, command.number(), 0, new CompletionCode(code), data);
  }

  @Override
  public boolean blamesAccount(String output) {
    return ACCOUNT.matcher(output).find();
  }
}
