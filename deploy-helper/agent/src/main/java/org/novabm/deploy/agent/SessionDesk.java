package org.novabm.deploy.agent;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent reports after first contact, let in by the secret of its session and from the
 * address that made it.
 */
final class SessionDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

  private static final int REASON_LENGTH = 500;

  private final AgentJobs jobs;
  private final Doorkeeper door;
  private final Evidence evidence;

  SessionDesk(AgentJobs jobs, Doorkeeper door, Evidence evidence) {
    this.jobs = jobs;
    this.door = door;
    this.evidence = evidence;
  }

  /** Bytes written so far, and the disks whose former content could not be thrown away. */
  TextReply progress(SessionCall call, Map<String, String> form) {
    long bytes = FormBody.number("bytes", form.getOrDefault("bytes", ""));
    @Nullable String untrimmed = Untrimmed.sentence(form.getOrDefault("untrimmed", ""));
    return inSession(
        call,
        open -> {
          AgentContact seen = open.contact();
          if (seen.phase() != Phase.WRITING) {
            return new AgentJobs.Decision<>(null, TextReply.OVER);
          }
          long written = Math.min(bytes, seen.total());
          LOG.info("{} wrote {} of {} MiB", open.order().node(), written >> 20, seen.total() >> 20);
          return new AgentJobs.Decision<>(
              Contacts.progressed(noted(open, evidence.kept(open), untrimmed), written),
              TextReply.OK);
        });
  }

  private static AgentContact noted(AgentJob open, AgentContact kept, @Nullable String text) {
    if (text == null || !Contacts.isNews(kept, text)) {
      return kept;
    }
    LOG.warn("{}: {}", open.order().node(), text);
    @Nullable AgentContact noted = Contacts.noted(kept, text);
    return noted == null ? kept : noted;
  }

  /**
   * All is on the disk and verified; said twice it is still done. It is believed when all of it was
   * sent and the disk reads back right.
   *
   * @param form {@code readback}, the digests of the ranges that the answer to hello named
   */
  TextReply done(SessionCall call, Map<String, String> form) {
    if (refusal(call) == null) {
      evidence.awaitCount(call.key());
    }
    String digests = form.getOrDefault("readback", "");
    TextReply reply =
        inSession(
            call,
            open ->
                switch (open.contact().phase()) {
                  case WRITING -> believed(open, digests);
                  case DONE -> new AgentJobs.Decision<>(null, TextReply.OK);
                  case PREPARED, PUBLISHED, BOOTING, FAILED, WITHDRAWN ->
                      new AgentJobs.Decision<>(null, TextReply.OVER);
                });
    if (reply.status() == TextReply.OK.status()) {
      evidence.forget(call.key());
    }
    return reply;
  }

  private AgentJobs.Decision<TextReply> believed(AgentJob open, String digests) {
    if (Dossier.of(open.contact()).guarded()) {
      return new AgentJobs.Decision<>(null, TextReply.NOT_YET);
    }
    AgentContact kept = evidence.kept(open);
    @Nullable String doubt = evidence.doubt(open, kept, digests);
    if (doubt == null) {
      LOG.info("{} is done", open.order().node());
      return new AgentJobs.Decision<>(Contacts.done(kept), TextReply.OK);
    }
    LOG.warn("{} says that it is done, which is not accepted: {}", open.order().node(), doubt);
    return new AgentJobs.Decision<>(
        Contacts.failed(kept, "the agent says that it is done, but " + doubt),
        new TextReply(409, doubt + "\n"));
  }

  /** The agent gave up. */
  TextReply failed(SessionCall call, Map<String, String> form) {
    String reason = readable(form.getOrDefault("reason", ""));
    return inSession(
        call,
        open -> {
          if (open.contact().phase() != Phase.WRITING) {
            return new AgentJobs.Decision<>(null, TextReply.OVER);
          }
          LOG.warn("{} failed: {}", open.order().node(), reason);
          return new AgentJobs.Decision<>(Contacts.failed(open.contact(), reason), TextReply.OK);
        });
  }

  /** It goes into logs and on pages, and comes from a machine. */
  private static String readable(String reason) {
    String plain = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    String cut = plain.substring(0, Math.min(REASON_LENGTH, plain.length()));
    return cut.isEmpty() ? "the agent gave no reason" : cut;
  }

  /**
   * Whether what the agent may fetch is still open to it.
   *
   * @return null when it is; the answer to give when it is not
   */
  @Nullable TextReply refusal(SessionCall call) {
    AgentJob open = jobs.find(call.deployment());
    if (open == null || !isSession(open, call)) {
      return TextReply.FORBIDDEN;
    }
    return open.contact().phase() == Phase.WRITING ? null : TextReply.OVER;
  }

  private boolean isSession(AgentJob open, SessionCall call) {
    boolean known = OneTimeSecret.matches(open.contact().sessionDigest(), call.session());
    if (known && !door.isSession(open, call.peer().getHostAddress())) {
      LOG.warn(
          "{}: its session was used from {}, which is not let in",
          open.order().node(),
          call.peer().getHostAddress());
      return false;
    }
    return known;
  }

  private TextReply inSession(
      SessionCall call, Function<AgentJob, AgentJobs.Decision<TextReply>> decide) {
    TextReply reply =
        jobs.of(
            call.deployment(),
            open ->
                isSession(open, call)
                    ? decide.apply(open)
                    : new AgentJobs.Decision<>(null, TextReply.FORBIDDEN));
    return reply == null ? TextReply.FORBIDDEN : reply;
  }
}
