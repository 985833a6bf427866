package org.novabm.deploy.agent;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Watch;
import org.novabm.deploy.image.CheckedImage;
import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session may fetch: its image and its config drive. */
final class SessionContents {

  private static final Logger LOG = LoggerFactory.getLogger(SessionContents.class);

  private final LineQuota failures = new LineQuota("images that are gone", 10, LOG::error);
  private final AgentJobs jobs;
  private final SessionDesk sessions;
  private final ConfigDrives drives;
  private final DeliveryListener delivery;
  private final Evidence evidence;

  SessionContents(
      AgentJobs jobs,
      SessionDesk sessions,
      ConfigDrives drives,
      DeliveryListener delivery,
      Evidence evidence) {
    this.jobs = jobs;
    this.sessions = sessions;
    this.drives = drives;
    this.delivery = delivery;
    this.evidence = evidence;
  }

  Answer image(SessionCall call) {
    return inSession(call, open -> image(open, call));
  }

  Answer configDrive(SessionCall call) {
    return inSession(
        call,
        open -> {
          if (open.order().configDrive().isEmpty()) {
            return Answers.of(TextReply.NOT_FOUND);
          }
          return Dossier.of(open.contact()).guarded()
              ? Answers.of(TextReply.NOT_YET)
              : drives.answer(
                  open.order(),
                  watch(
                      call,
                      DeliveryListener.Content.CONFIG_DRIVE,
                      Dossier.of(open.contact()).driveBytes()));
        });
  }

  private Answer inSession(SessionCall call, Function<AgentJob, Answer> content) {
    @Nullable TextReply refusal = sessions.refusal(call);
    @Nullable AgentJob open = jobs.find(call.deployment());
    return refusal == null && open != null
        ? content.apply(open)
        : Answers.of(refusal == null ? TextReply.FORBIDDEN : refusal);
  }

  private Answer image(AgentJob open, SessionCall call) {
    CheckedImage image = ServedImage.of(open);
    String etag =
        "\"%s-%s\"".formatted(image.rawSha256(), image.packing().name().toLowerCase(Locale.ROOT));
    try {
      return Answers.of(
          image.path(), etag, watch(call, DeliveryListener.Content.IMAGE, image.storedBytes()));
    } catch (NoSuchFileException e) {
      failures.say(
          "%s cannot be deployed: its image %s is gone. Does this process see the image_cache of nova-compute?"
              .formatted(open.order().node(), image.path()));
    } catch (IOException e) {
      failures.say(
          "%s cannot be deployed: its image %s cannot be read: %s"
              .formatted(open.order().node(), image.path(), e));
    }
    return Answers.of(TextReply.NOT_FOUND);
  }

  private Watch watch(SessionCall call, DeliveryListener.Content content, long length) {
    SessionKey session = call.key();
    return new Watch() {
      @Override
      public boolean known() {
        return true;
      }

      @Override
      public boolean open() {
        return sessions.refusal(call) == null;
      }

      @Override
      public void sent(long from, long to) {
        delivery.sent(session, content, from, to);
        if (to == length) {
          // the last bytes are out; what comes next may be asked of another process
          Thread.ofVirtual().name("sent").start(() -> evidence.keep(session));
        }
      }
    };
  }
}
