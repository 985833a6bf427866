package org.novabm.netswitch.openflow;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.wire.CallLimits;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * What the configuration says of OpenFlow switches.
 *
 * @param listen where switches call; key {@code listen}, by default port 6653 of {@code my_ip}
 * @param atOnce the address is named, so they can from the start; else from the first use on
 * @param versions those that are offered
 * @param uplinks ports, by name or {@code datapath/name}, that carry every VLAN
 * @param proofPatience how long the flows may take to be there after a barrier said so
 * @param stateFolder where it is kept what was made of a switch; null for nowhere
 * @param limits what callers may take; keys {@code connections} (128), {@code
 *     connections_per_address} (32), {@code strangers} (32), {@code greeting_timeout} (5 s), {@code
 *     stranger_timeout} (30 s)
 * @param answerBytes that all switches' answers may have at one time; key {@code answers_kib}, 64
 *     to 65536, 576
 * @param ports that all switches may have together, others are not seen; key {@code ports}, 64 to
 *     1000000, 8192
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

  static OpenFlowSettings from(BackendSettings settings) {
    String listen = settings.text("listen", "");
    String host = settings.text("my_ip", "127.0.0.1");
    String state = settings.text("state_path", "");
    OpenFlowSettings read =
        new OpenFlowSettings(
            address(listen.isEmpty() ? host : listen),
            !listen.isEmpty(),
            words(settings.text("versions", "1.0,1.3")).stream()
                .map(OpenFlowSettings::version)
                .collect(Collectors.toUnmodifiableSet()),
            words(settings.text("uplinks", "")),
            settings.seconds("proof_timeout", Duration.ofSeconds(5)),
            state.isEmpty() ? null : Path.of(state),
            limits(settings),
            settings.number("answers_kib", 576, 64, 65536) << 10,
            settings.number("ports", 8192, 64, 1_000_000),
            TlsKeys.from(settings));
    settings.refuseOthers();
    return read;
  }

  private static InetSocketAddress address(String text) {
    Endpoint address = Endpoint.parse(text, "", Secret.EMPTY);
    return new InetSocketAddress(address.address(), text.endsWith(":0") ? 0 : address.portOr(PORT));
  }

  private static CallLimits limits(BackendSettings settings) {
    return new CallLimits(
        settings.number("connections", 128, 1, 65536),
        settings.number("connections_per_address", 32, 1, 65536),
        settings.number("strangers", 32, 1, 65536),
        settings.seconds("greeting_timeout", Duration.ofSeconds(5)),
        settings.seconds("stranger_timeout", Duration.ofSeconds(30)));
  }

  /** Whoever calls must have a certificate, or be on this host. */
  boolean isGuarded() {
    return tls != null || (!listen.isUnresolved() && listen.getAddress().isLoopbackAddress());
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
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
