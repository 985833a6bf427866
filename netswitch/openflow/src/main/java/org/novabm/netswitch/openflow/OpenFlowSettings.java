package org.novabm.netswitch.openflow;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.wire.CallLimits;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * What {@link OpenFlowOptions} mean.
 *
 * @param listen where switches call
 * @param atOnce the address is named, so they can from the start; else from the first use on
 * @param versions those that are offered
 * @param uplinks ports, by name or {@code datapath/name}, that carry every VLAN
 * @param proofPatience how long the flows may take to be there after a barrier said so
 * @param stateFolder where it is kept what was made of a switch; null for nowhere
 * @param answerBytes that all switches' answers may have at one time
 * @param ports that all switches may have together, others are not seen
 * @param tls keys; null for plain TCP
 */
record OpenFlowSettings(
    InetSocketAddress listen,
    boolean atOnce,
    Set<OFVersion> versions,
    Set<String> uplinks,
    Duration proofPatience,
    @Nullable Path stateFolder,
    CallLimits limits,
    int answerBytes,
    int ports,
    @Nullable TlsKeys tls) {

  /** The port that IANA has for OpenFlow. */
  static final int PORT = 6653;

  static final OpenFlowSettings STANDARD = from(BackendSettings.none("netswitch:openflow"));

  /**
   * What was written, understood.
   *
   * @throws IllegalArgumentException naming the value that is wrong
   */
  static OpenFlowSettings from(BackendSettings settings) {
    OpenFlowOptions options = settings.as(OpenFlowOptions.class);
    String listen = options.listen();
    return new OpenFlowSettings(
        address(listen.isEmpty() ? options.myIp() : listen),
        !listen.isEmpty(),
        options.versions().stream()
            .map(OpenFlowSettings::version)
            .collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(options.uplinks()),
        options.proofTimeout(),
        options.statePath(),
        options.limits(),
        options.answersKib() << 10,
        options.ports(),
        TlsKeys.from(options));
  }

  private static InetSocketAddress address(String text) {
    Endpoint address = Endpoint.parse(text, "", Secret.EMPTY);
    return new InetSocketAddress(address.address(), text.endsWith(":0") ? 0 : address.portOr(PORT));
  }

  /** Whoever calls must have a certificate, or be on this host. */
  boolean isGuarded() {
    return tls != null || (!listen.isUnresolved() && listen.getAddress().isLoopbackAddress());
  }

  private static OFVersion version(String number) {
    return switch (number) {
      case "1.0" -> OFVersion.OF_10;
      case "1.3" -> OFVersion.OF_13;
      default ->
          throw new IllegalArgumentException(
              "[netswitch:openflow] versions names %s; known are 1.0 and 1.3".formatted(number));
    };
  }
}
