package org.novabm.deploy.agent;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.image.CheckedImage;
import org.novabm.deploy.image.ConfigDriveIso;
import org.novabm.spi.BackendException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to first contact: what the agent shall do. */
final class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final String base;
  private final SentLedger ledger;
  private final ReadBack readBack = new ReadBack();

  Welcome(String base, SentLedger ledger) {
    this.base = base;
    this.ledger = ledger;
  }

  AgentJobs.Decision<TextReply> decide(
      AgentJob open, AgentHello hello, String peer, String session) {
    CheckedImage image = ServedImage.of(open);
    Map<String, byte[]> files = open.order().configDrive();
    @Nullable DiskChoice choice =
        hello.disks().isEmpty() ? null : DiskChoice.of(hello.disks(), open.order().diskBytes());
    AgentContact contact = noted(open, choice);
    try {
      requireDisk(open, choice == null ? hello.diskBytes() : choice.disk().bytes());
    } catch (BackendException.Refused e) {
      String reason = String.valueOf(e.getMessage());
      LOG.warn("{} ({}): {}", open.order().node(), hello.mac(), reason);
      return new AgentJobs.Decision<>(
          Contacts.failed(contact, reason), new TextReply(413, reason + "\n"));
    }
    LOG.info("{} ({}) made first contact", open.order().node(), hello.mac());
    String digest = OneTimeSecret.digest(session);
    ledger.begin(new SessionKey(open.order().deployment(), digest));
    List<DiskRange> ranges = hello.readsBack() ? readBack.ranges(image) : List.of();
    int driveBytes = files.isEmpty() ? 0 : ConfigDriveIso.bytes(files);
    Dossier dossier = Dossier.of(contact).begun(driveBytes, ranges);
    return new AgentJobs.Decision<>(
        Contacts.writing(contact, dossier, digest, peer),
        new TextReply(200, text(open, image, session, driveBytes) + asked(ranges) + told(choice)));
  }

  private static void requireDisk(AgentJob open, long bytes) {
    String machine = "the disk of " + open.order().node();
    if (bytes == 0) {
      throw new BackendException.Refused(
          machine,
          "is not seen by the ramdisk: its controller shows none, or build the ramdisk with more drivers (--flavour generic)");
    }
    boolean withConfigDrive = !open.order().configDrive().isEmpty();
    ServedImage.of(open).requireFits(machine, bytes, withConfigDrive);
  }

  private static AgentContact noted(AgentJob open, @Nullable DiskChoice choice) {
    if (choice == null || choice.remark() == null) {
      return open.contact();
    }
    LOG.info("{}: {}", open.order().node(), choice.remark());
    @Nullable AgentContact noted = Contacts.noted(open.contact(), choice.remark());
    return noted == null ? open.contact() : noted;
  }

  private static String told(@Nullable DiskChoice choice) {
    return choice == null ? "" : "disk=" + choice.disk().name() + "\n";
  }

  /** Older agents are not told what they cannot do. */
  private static String asked(List<DiskRange> ranges) {
    return ranges.isEmpty()
        ? ""
        : ranges.stream().map(DiskRange::toString).collect(joining(",", "readback=", "\n"));
  }

  private String text(AgentJob open, CheckedImage image, String session, int driveBytes) {
    String own = base + "/agent/" + open.order().deployment();
    boolean drive = driveBytes > 0;
    return """
        deployment=%s
        session=%s
        image=%s/image
        packing=%s
        raw_bytes=%d
        raw_sha256=%s
        config_drive=%s
        config_drive_bytes=%d
        next=poweroff
        """
        .formatted(
            open.order().deployment(),
            session,
            own,
            image.packing().name().toLowerCase(Locale.ROOT),
            image.rawBytes(),
            image.rawSha256(),
            drive ? own + "/config-drive" : "",
            driveBytes);
  }
}
