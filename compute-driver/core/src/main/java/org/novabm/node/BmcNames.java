package org.novabm.node;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.novabm.spi.Endpoint;

/** The names under which a BMC is spoken for, however its address is spelt. */
public final class BmcNames {

  /** The protocol's own, which only its back end knows. */
  private static final int UNSAID = 0;

  /** Of HTTPS (Redfish) and RMCP (IPMI). */
  private static final List<Integer> STANDARD_PORTS = List.of(443, 623);

  /** Only what may be one is parsed, for the parser tells by an exception what is none. */
  private static final Pattern MAY_BE_LITERAL = Pattern.compile("[0-9.]+|.*:.*");

  private BmcNames() {}

  /**
   * Two BMCs are one when they have a name in common: a port that nobody wrote down is not taken
   * for another one than a standard one that somebody did.
   *
   * @return in their order, so that two who write them wait for each other and not both for ever
   */
  public static List<String> of(Endpoint bmc) {
    String host = host(bmc.address());
    IntStream ports =
        bmc.port() == UNSAID
            ? IntStream.concat(
                IntStream.of(UNSAID), STANDARD_PORTS.stream().mapToInt(Integer::intValue))
            : IntStream.of(bmc.port());
    return ports.mapToObj(port -> host + " " + port).sorted().toList();
  }

  private static String host(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (!MAY_BE_LITERAL.matcher(text).matches()) {
      return withoutRoot(text);
    }
    try {
      return InetAddress.ofLiteral(text).getHostAddress();
    } catch (IllegalArgumentException e) {
      return withoutRoot(text);
    }
  }

  private static String withoutRoot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
