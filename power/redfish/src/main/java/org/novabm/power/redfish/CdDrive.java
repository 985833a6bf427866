package org.novabm.power.redfish;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;

/** The virtual drive that takes CDs (VirtualMedia, DSP0268), of one machine. */
final class CdDrive {

  private final RedfishSession session;
  private final String path;

  CdDrive(RedfishSession session, String path) {
    this.session = session;
    this.path = path;
  }

  @Nullable URI inserted(Deadline deadline) {
    return inserted(session.get(path, deadline).body());
  }

  /** Where nothing is said of "inserted", an image is. */
  private @Nullable URI inserted(JsonNode drive) {
    String image = AnswerText.text(drive, "Image");
    try {
      return image.isEmpty() || !drive.path("Inserted").asBoolean(true) ? null : URI.create(image);
    } catch (IllegalArgumentException e) {
      throw new BackendException.ProtocolViolation(
          session.name(), "says that '" + BodyExcerpt.of(image) + "' is in its drive", e);
    }
  }

  /** What is there goes first, for BMCs refuse a second one. */
  void insert(URI image, Deadline deadline) {
    JsonNode drive = session.get(path, deadline).body();
    URI there = inserted(drive);
    if (image.equals(there)) {
      return;
    }
    if (there != null) {
      eject(deadline);
      drive = session.get(path, deadline).body();
    }
    change(DriveChange.insertion(session, path, drive, image), image, deadline);
    URI now = await(image, deadline);
    if (!image.equals(now)) {
      throw new BackendException.ProtocolViolation(
          session.name(), "took %s into its drive and shows %s".formatted(image, now));
    }
  }

  void eject(Deadline deadline) {
    JsonNode drive = session.get(path, deadline).body();
    if (inserted(drive) == null) {
      return;
    }
    change(DriveChange.ejection(session, path, drive), null, deadline);
    if (await(null, deadline) != null) {
      throw new BackendException.ProtocolViolation(
          session.name(), "was told to empty its drive and did not");
    }
  }

  /** By the first way that is taken; as it is wanted already is taken too. */
  private void change(List<DriveChange> ways, @Nullable URI wanted, Deadline deadline) {
    BackendException refusal = null;
    for (DriveChange way : ways) {
      Verdict verdict = way.make(session, deadline);
      if (verdict instanceof Verdict.Done || Objects.equals(inserted(deadline), wanted)) {
        return;
      }
      if (verdict instanceof Verdict.No(BackendException why, _)) {
        refusal = refusal == null ? why : refusal;
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  /** BMCs fetch the image first; until then they show what was there. */
  private @Nullable URI await(@Nullable URI wanted, Deadline deadline) {
    URI now = inserted(deadline);
    while (!Objects.equals(now, wanted) && session.pause().within(deadline)) {
      now = inserted(deadline);
    }
    return now;
  }
}
