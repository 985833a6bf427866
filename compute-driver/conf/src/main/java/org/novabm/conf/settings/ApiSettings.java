package org.novabm.conf.settings;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.Secret;
import org.novabm.spi.settings.Setting;

/** The REST API: where it listens, who is let in, and how much of everything callers get. */
@SettingsGroup(NovabmSettings.GROUP)
public record ApiSettings(
    @Setting(value = "Address the REST API listens on.", byDefault = "127.0.0.1") String apiListen,
    @Setting(
            value = "Port of the REST API; 0 takes any free one.",
            byDefault = "8774",
            most = 65535)
        int apiPort,
    @Setting(
            "Token that callers of the REST API send, of 16 characters or more; when none is given,"
                + " the service makes one at its first start and keeps it in $state_path/api_token,"
                + " where the tools find it.")
        Secret apiToken,
    @Setting(
            value =
                "Which of Nova's APIs speak TLS; osapi_compute stands for the REST API, others are"
                    + " ignored.")
        @Placed(group = "DEFAULT")
        List<String> enabledSslApis,
    @Setting("Certificate of the REST API with those that lead to its root, as PEM.")
        @Placed(group = "wsgi")
        String sslCertFile,
    @Setting("Private key of that certificate, as PEM, PKCS 8.") @Placed(group = "wsgi")
        String sslKeyFile,
    @Setting("Not taken: callers are known by the token and need no certificate.")
        @Placed(group = "wsgi")
        String sslCaFile,
    @Setting(
            "Certificates, as PEM, by which the tools verify the REST API's; empty for those that"
                + " Java comes with.")
        String apiCafile,
    @Setting(
            value =
                "Connections to the REST API at one time; the oldest that has not shown the token"
                    + " gives way to a new one.",
            byDefault = "128",
            least = 8,
            most = 8192)
        int apiConnections,
    @Setting(
            value =
                "Those of one address; raise it to api_connections where all callers come through"
                    + " one proxy.",
            byDefault = "64",
            least = 1,
            most = 8192)
        int apiConnectionsPerAddress,
    @Setting(
            value =
                "Within which a caller has sent the head of a request whole, and once more its"
                    + " body.",
            key = "api_request_seconds",
            byDefault = "10",
            least = 1,
            most = 600)
        Duration apiRequest,
    @Setting(
            value = "Within which a caller has read an answer whole.",
            key = "api_answer_seconds",
            byDefault = "60",
            least = 1,
            most = 3600)
        Duration apiAnswer,
    @Setting(
            value = "REST calls that are worked on at one time; others wait.",
            byDefault = "24",
            least = 1,
            most = 8192)
        int apiCalls,
    @Setting(
            value = "Bodies of REST calls that are held at one time, in KiB; one has 1024 at most.",
            byDefault = "1024",
            least = 1024,
            most = 1 << 20)
        int apiBodyKib,
    @Setting(value = "Live consoles by WebSocket at one time.", byDefault = "16", most = 4096)
        int apiConsoles,
    @Setting(
            value =
                "VLANs that a spawn may ask for by number, by REST or by message, as 100-199,300; empty"
                    + " for any but provisioning_vlan. Those of tenant_networks and tenant_vlan need not"
                    + " stand here.")
        List<String> allowedVlans) {

  private static final String TLS_API = "osapi_compute";
  private static final int SHORTEST_TOKEN = 16;

  public ApiSettings {
    if (!apiToken.isEmpty() && apiToken.reveal().strip().length() < SHORTEST_TOKEN) {
      throw new RefusedSetting(
          "novabm.api_token",
          "has less than %d characters; remove it, and the service makes one, or put one here by: openssl rand -hex 32"
              .formatted(SHORTEST_TOKEN));
    }
    if (enabledSslApis.contains(TLS_API)) {
      if (sslCertFile.isEmpty() || sslKeyFile.isEmpty()) {
        throw new RefusedSetting(
            "DEFAULT.enabled_ssl_apis", "needs ssl_cert_file and ssl_key_file in [wsgi]");
      }
      if (!sslCaFile.isEmpty()) {
        throw new RefusedSetting(
            "wsgi.ssl_ca_file",
            "asks callers for certificates, which this service does not; remove it, the token says who calls");
      }
    }
    VlanRanges.of(allowedVlans);
  }

  /** Callers speak https. */
  public boolean tls() {
    return enabledSslApis.contains(TLS_API);
  }

  /** What a spawn may name. */
  public VlanRanges vlans() {
    return VlanRanges.of(allowedVlans);
  }
}
