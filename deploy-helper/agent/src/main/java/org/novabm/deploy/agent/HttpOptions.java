package org.novabm.deploy.agent;

import java.time.Duration;
import org.novabm.deploy.agent.http.HttpBounds;
import org.novabm.spi.settings.Setting;

/** What callers of the deploy port may take, as it is written. */
record HttpOptions(
    @Setting(
            value =
                "Connections at one time; one more, and the oldest without a whole request gives way.",
            byDefault = "256",
            least = 2,
            most = 100_000)
        int httpConnections,
    @Setting(value = "Of these, of one address.", byDefault = "32", least = 1, most = 100_000)
        int httpConnectionsPerClient,
    @Setting(
            value = "Contents that are sent at one time; less than http_connections.",
            byDefault = "192",
            least = 1,
            most = 100_000)
        int httpTransfers,
    @Setting(value = "Of these, to one address.", byDefault = "16", least = 1, most = 100_000)
        int httpTransfersPerClient,
    @Setting(value = "For the whole head of a request, and again for its body.", byDefault = "10")
        Duration httpRequestTimeout,
    @Setting(
            value = "In which a reader must take http_stall_kib, or all that is left.",
            byDefault = "30")
        Duration httpStallTimeout,
    @Setting(
            value = "What a reader must take in http_stall_timeout.",
            byDefault = "512",
            least = 1,
            most = 1 << 20,
            unit = "KiB")
        int httpStallKib,
    @Setting(
            value = "Requests that are worked on at one time; the others wait.",
            byDefault = "8",
            least = 1,
            most = 1000)
        int httpAnswersAtOnce) {

  /**
   * What they mean.
   *
   * @throws IllegalArgumentException naming values that do not go together
   */
  HttpBounds understood() {
    try {
      return new HttpBounds(
          httpConnections,
          httpConnectionsPerClient,
          httpTransfers,
          httpTransfersPerClient,
          httpRequestTimeout,
          httpStallTimeout,
          httpStallKib << 10,
          httpAnswersAtOnce);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[deploy:agent] " + e.getMessage(), e);
    }
  }
}
