package org.novabm.power.ipmi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.Endpoint;
import org.novabm.spi.ForeignProgram;

/**
 * FreeIPMI's ipmi-raw(8).
 *
 * @param file its name, or where it is
 * @param workarounds for BMCs that do not keep to the specification, by its own names; may be empty
 */
record FreeIpmiProgram(String file, String workarounds) implements ForeignTool {

  private static final Pattern DATA = Pattern.compile("rcvd:((?: [0-9A-F]{2})++)");
  private static final Pattern ACCOUNT =
      Pattern.compile("username invalid|password invalid|privilege level");

  /** As it is installed. */
  FreeIpmiProgram(String workarounds) {
    this("ipmi-raw", workarounds);
  }

  @Override
  public String program() {
    return "ipmi-raw";
  }

  /** An operator may do all that is asked here (IPMI 2.0, appendix G). */
  @Override
  public String secretFile(Endpoint endpoint, IpmiSettings settings) {
    return """
        driver-type LAN_2_0
        username %s
        password %s
        cipher-suite-id %d
        privilege-level OPERATOR
        %s
        """
        .formatted(
            endpoint.user(),
            endpoint.password().reveal(),
            settings.lastSuite().id(),
            settings.bmcKey() == null ? "" : "k_g " + settings.bmcKey().hexadecimal());
  }

  @Override
  public List<String> line(
      Endpoint endpoint, IpmiSettings settings, Path secret, IpmiCommand command, Duration within) {
    List<String> line = new ArrayList<>(List.of(file, "--config-file=" + secret));
    if (!workarounds.isEmpty()) {
      line.add("--workaround-flags=" + workarounds);
    }
    line.add("--hostname=" + host(endpoint, settings));
    line.add("--session-timeout=" + Math.max(1000, within.toMillis()));
    line.add("--retransmission-timeout=500");
    // LUN, network function, command
    line.addAll(List.of("0x00", hex(command.netFn()), hex(command.number())));
    for (byte octet : command.data().toByteArray()) {
      line.add(hex(octet & 0xff));
    }
    return line;
  }

  @Override
  public List<String> chattyLine(
      Endpoint endpoint, IpmiSettings settings, Path secret, Duration within) {
    return List.of();
  }

  private static String host(Endpoint endpoint, IpmiSettings settings) {
    return new Endpoint(
            endpoint.address(), endpoint.portOr(settings.port()), "", endpoint.password())
        .display();
  }

  private static String hex(int octet) {
    return "0x%02x".formatted(octet);
  }

  @Override
  public Optional<IpmiResponse> answer(IpmiCommand command, ForeignProgram.Ending ending) {
    Matcher data = DATA.matcher(ending.text());
    if (!data.find()) {
      return Optional.empty();
    }
    // the command's number and its completion code come first
    Octets all = HexDump.octets(data.group(1));
    return all.size() < 2
        ? Optional.empty()
        : Optional.of(
            new IpmiResponse(
                command.netFn() + 1,
                command.number(),
                0,
                new CompletionCode(all.at(1)),
                Octets.copyOf(Arrays.copyOfRange(all.toByteArray(), 2, all.size()))));
  }

  @Override
  public boolean blamesAccount(String output) {
    return ACCOUNT.matcher(output).find();
  }
}
