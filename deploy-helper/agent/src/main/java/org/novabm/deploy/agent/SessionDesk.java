package org.novabm.deploy.agent;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.AgentContact.Phase;
import org.novabm.spi.deploy.OpenOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an agent reports after first contact, let in by the secret of its session. */
final class SessionDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

  private static final int REASON_LENGTH = 500;

  private final Orders orders;

  SessionDesk(Orders orders) {
    this.orders = orders;
  }

  /** Bytes written so far. */
  Reply progress(UUID deployment, String session, Map<String, String> form) {
    long bytes = FormBody.number("bytes", form.getOrDefault("bytes", ""));
    return inSession(
        deployment,
        session,
        open -> {
          AgentContact seen = open.contact();
          if (seen.phase() != Phase.WRITING) {
            return new Orders.Decision<>(null, Reply.OVER);
          }
          long written = Math.min(bytes, seen.total());
          LOG.info("{} wrote {} of {} MiB", open.order().node(), written >> 20, seen.total() >> 20);
          return new Orders.Decision<>(Contacts.progressed(seen, written), Reply.OK);
        });
  }

  /** All is on the disk and verified; said twice it is still done. */
  Reply done(UUID deployment, String session) {
    return inSession(
        deployment,
        session,
        open ->
            switch (open.contact().phase()) {
              case WRITING -> {
                LOG.info("{} is done", open.order().node());
                yield new Orders.Decision<>(Contacts.done(open.contact()), Reply.OK);
              }
              case DONE -> new Orders.Decision<>(null, Reply.OK);
              case PREPARED, PUBLISHED, BOOTING, FAILED, WITHDRAWN ->
                  new Orders.Decision<>(null, Reply.OVER);
            });
  }

  /** The agent gave up. */
  Reply failed(UUID deployment, String session, Map<String, String> form) {
    String reason = readable(form.getOrDefault("reason", ""));
    return inSession(
        deployment,
        session,
        open -> {
          if (open.contact().phase() != Phase.WRITING) {
            return new Orders.Decision<>(null, Reply.OVER);
          }
          LOG.warn("{} failed: {}", open.order().node(), reason);
          return new Orders.Decision<>(Contacts.failed(open.contact(), reason), Reply.OK);
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
  @Nullable Reply refusal(UUID deployment, String session) {
    OpenOrder open = orders.find(deployment);
    if (open == null || !OneTimeSecret.matches(open.contact().sessionDigest(), session)) {
      return Reply.FORBIDDEN;
    }
    return open.contact().phase() == Phase.WRITING ? null : Reply.OVER;
  }

  private Reply inSession(
      UUID deployment, String session, Function<OpenOrder, Orders.Decision<Reply>> decide) {
    Reply reply =
        orders.of(
            deployment,
            open ->
                OneTimeSecret.matches(open.contact().sessionDigest(), session)
                    ? decide.apply(open)
                    : new Orders.Decision<>(null, Reply.FORBIDDEN));
    return reply == null ? Reply.FORBIDDEN : reply;
  }
}
