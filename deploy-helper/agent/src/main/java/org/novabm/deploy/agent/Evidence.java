package org.novabm.deploy.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.image.CheckedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What there is to be known of what an agent says it did. */
final class Evidence {

  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  /** The count is at most a thread's turn behind the bytes. */
  private static final Duration COUNTING = Duration.ofSeconds(1);

  private final AgentJobs jobs;
  private final SentLedger ledger;

  Evidence(AgentJobs jobs, SentLedger ledger) {
    this.jobs = jobs;
    this.ledger = ledger;
  }

  /** Waits for the count of bytes that are on their way; for a liar that is a second. */
  void awaitCount(SessionKey session) {
    AgentJob open = jobs.find(session.deployment());
    if (open != null && open.contact().phase() == AgentContact.Phase.WRITING) {
      Dossier before = Dossier.of(open.contact());
      ledger.await(session, sent -> missing(open, merged(before, sent)) == null, COUNTING);
    }
  }

  /** The contact with all that was counted since it was written. */
  AgentContact kept(AgentJob open) {
    Dossier dossier = merged(Dossier.of(open.contact()), ledger.of(SessionKey.of(open)));
    return Contacts.kept(open.contact(), dossier);
  }

  /** Writes down what was counted, so that it outlives this process. */
  void keep(SessionKey session) {
    var _ =
        jobs.of(
            session.deployment(),
            open -> new AgentJobs.Decision<>(isIn(session, open) ? kept(open) : null, true));
  }

  private static boolean isIn(SessionKey session, AgentJob open) {
    return open.contact().phase() == AgentContact.Phase.WRITING
        && SessionKey.of(open).equals(session);
  }

  /** The same for all that was counted and is not written yet. */
  void keepAll() {
    ledger.sessions().forEach(this::keep);
  }

  void forget(SessionKey session) {
    ledger.end(session);
  }

  private static Dossier merged(Dossier dossier, SentLedger.Sent sent) {
    Dossier merged = dossier;
    for (SentBytes.Piece piece : sent.image().pieces()) {
      merged = merged.sentOfImage(piece.from(), piece.to());
    }
    for (SentBytes.Piece piece : sent.drive().pieces()) {
      merged = merged.sentOfDrive(piece.from(), piece.to());
    }
    return merged;
  }

  /** Why "done" cannot be true; null when it can. */
  @Nullable String doubt(AgentJob open, AgentContact kept, String digests) {
    Dossier dossier = Dossier.of(kept);
    if (dossier.driveBytes() < 0) {
      LOG.info("{} was let in by an earlier release, which counted nothing", open.order().node());
      return null;
    }
    @Nullable String missing = missing(open, dossier);
    if (missing != null) {
      return missing;
    }
    if (dossier.readBack().isEmpty()) {
      LOG.info(
          "{} has an older ramdisk, which cannot read back what is on its disk: rebuild it",
          open.order().node());
      return null;
    }
    return misread(ServedImage.of(open), dossier.readBack(), digests);
  }

  private static @Nullable String missing(AgentJob open, Dossier dossier) {
    long stored = ServedImage.of(open).storedBytes();
    if (!dossier.image().isAll(stored)) {
      return "it was sent %d of the image's %d bytes".formatted(dossier.image().count(), stored);
    }
    long drive = dossier.driveBytes();
    return dossier.drive().isAll(drive)
        ? null
        : "it was sent %d of the config drive's %d bytes".formatted(dossier.drive().count(), drive);
  }

  private static @Nullable String misread(
      CheckedImage image, List<DiskRange> ranges, String digests) {
    List<String> read = Arrays.asList(digests.split(",", -1));
    if (read.size() != ranges.size()) {
      return "it did not report the parts of its disk that it was asked to read back";
    }
    try {
      List<String> wanted = ReadBack.digests(image, ranges);
      for (int i = 0; i < ranges.size(); i++) {
        if (!wanted.get(i).equals(read.get(i))) {
          return "its disk differs from the image, %d bytes at %d"
              .formatted(ranges.get(i).length(), ranges.get(i).offset());
        }
      }
      return null;
    } catch (IOException e) {
      return "the image %s cannot be compared with it: %s".formatted(image.path(), e.getMessage());
    }
  }
}
