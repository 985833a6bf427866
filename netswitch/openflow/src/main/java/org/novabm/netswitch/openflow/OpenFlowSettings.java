package org.novabm.netswitch.openflow;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * What the configuration says of OpenFlow switches.
 *
 * @param listen where switches call
 * @param atOnce the address is named, so they can from the start; else from the first use on
 * @param versions those that are offered
 * @param uplinks ports, by name or {@code datapath/name}, that carry every VLAN
 * @param proofPatience how long the flows may take to be there after a barrier said so
 * @param stateFolder where it is kept what was made of a switch; null for nowhere
 * @param tls keys; null for plain TCP
 */
record OpenFlowSettings(
    InetSocketAddress listen,
    boolean atOnce,
    Set<OFVersion> versions,
    Set<String> uplinks,
    Duration proofPatience,
    @Nullable Path stateFolder,
    @Nullable TlsKeys tls) {

  /** The port that IANA has for OpenFlow. */
  static final int PORT = 6653;

  static final OpenFlowSettings STANDARD = from(BackendSettings.none("netswitch:openflow"));

  static OpenFlowSettings from(BackendSettings settings) {
    String listen = settings.text("listen", "");
    Endpoint address =
        Endpoint.parse(listen.isEmpty() ? "0.0.0.0:" + PORT : listen, "", Secret.EMPTY);
    String state = settings.text("state_path", "");
    OpenFlowSettings read =
        new OpenFlowSettings(
            new InetSocketAddress(
                address.address(), listen.endsWith(":0") ? 0 : address.portOr(PORT)),
            !listen.isEmpty(),
            words(settings.text("versions", "1.0,1.3")).stream()
                .map(OpenFlowSettings::version)
                .collect(Collectors.toUnmodifiableSet()),
            words(settings.text("uplinks", "")),
            settings.seconds("proof_timeout", Duration.ofSeconds(5)),
            state.isEmpty() ? null : Path.of(state),
            TlsKeys.from(settings));
    settings.refuseOthers();
    return read;
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
