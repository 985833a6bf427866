package org.novabm.netswitch.openflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.wire.CallLimits;
import org.novabm.spi.settings.Setting;

/**
 * The group {@code [netswitch:openflow]}, as it is written.
 *
 * @param limits what callers may take
 */
record OpenFlowOptions(
    @Setting(
            "Where switches call, as address:port; when it is not set, port 6653 of my_ip from the"
                + " first use of such a switch on.")
        String listen,
    @Setting(
            value =
                "The host's address, for listen; in nova.conf, my_ip of [DEFAULT] is taken when it"
                    + " is not set here.",
            byDefault = "127.0.0.1")
        String myIp,
    CallLimits limits,
    @Setting(
            value = "What all switches' answers may have at one time; 576 are about 5,000 flows.",
            byDefault = "576",
            least = 64,
            most = 65_536,
            unit = "KiB")
        int answersKib,
    @Setting(
            value = "Ports of all switches together; more are not seen.",
            byDefault = "8192",
            least = 64,
            most = 1_000_000)
        int ports,
    @Setting(
            value = "Versions of OpenFlow that are offered, of 1.0 and 1.3.",
            byDefault = "1.0,1.3")
        List<String> versions,
    @Setting("Ports that carry every VLAN, tagged: names, or datapath/name.") List<String> uplinks,
    @Setting(value = "In which flows and probes must show.", byDefault = "5") Duration proofTimeout,
    @Setting(
            "Folder for what was made of each switch; when it is not set, that is forgotten with the"
                + " process.")
        @Nullable Path statePath,
    @Setting("PKCS #12 file with novabm's key and certificate; with the next two, TLS is spoken.")
        @Nullable Path tlsKeystore,
    @Setting("PKCS #12 file with the authorities of switches' certificates.")
        @Nullable Path tlsTruststore,
    @Setting("File with the password of both.") @Nullable Path tlsPasswordFile) {

  OpenFlowOptions {
    versions = List.copyOf(versions);
    uplinks = List.copyOf(uplinks);
  }
}
