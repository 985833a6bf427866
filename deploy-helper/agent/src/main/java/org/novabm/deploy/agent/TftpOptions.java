package org.novabm.deploy.agent;

import org.novabm.deploy.tftp.TftpSettings;
import org.novabm.spi.settings.Setting;

/** What callers of the port for boot files may take, as it is written. */
record TftpOptions(
    @Setting(value = "TFTP transfers at one time.", byDefault = "512", least = 1, most = 100_000)
        int tftpTransfers,
    @Setting(value = "Of these, of one address.", byDefault = "32", least = 1, most = 100_000)
        int tftpTransfersPerClient,
    @Setting(
            value = "Memory outside the heap in which blocks of all transfers are read ahead.",
            byDefault = "4096",
            least = 65,
            most = 1 << 20,
            unit = "KiB")
        int tftpBuffersKib) {

  /** What they mean. */
  TftpSettings understood() {
    return TftpSettings.STANDARD.with(tftpTransfers, tftpTransfersPerClient, tftpBuffersKib << 10);
  }
}
