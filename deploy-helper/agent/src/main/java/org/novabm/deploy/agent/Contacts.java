package org.novabm.deploy.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.AgentContact.Phase;

/** The changes an order's contact goes through. */
final class Contacts {

  /** After that the log alone has the rest. */
  private static final int NOTE_LENGTH = 1000;

  private static final int STRANGERS_LENGTH = 600;

  private static final String BETWEEN = "; ";

  private Contacts() {}

  static AgentContact published(AgentContact seen, boolean guarded, Instant expires) {
    return new AgentContact(
        Phase.PUBLISHED,
        seen.image(),
        guarded ? Dossier.EMPTY.guarded(true).encoded() : null,
        null,
        null,
        expires,
        0,
        seen.total(),
        null,
        null);
  }

  /** Somebody has the boot file; the secrets given out before stay good. */
  static AgentContact booting(AgentContact seen, Dossier dossier, String peer) {
    return new AgentContact(
        Phase.BOOTING,
        seen.image(),
        dossier.encoded(),
        peer,
        null,
        seen.expires(),
        0,
        seen.total(),
        null,
        seen.note());
  }

  /** First contact was made; the boot secrets stay, so that they are known when used again. */
  static AgentContact writing(
      AgentContact seen, Dossier dossier, String sessionDigest, String peer) {
    return new AgentContact(
        Phase.WRITING,
        seen.image(),
        dossier.encoded(),
        peer,
        sessionDigest,
        null,
        0,
        seen.total(),
        null,
        seen.note());
  }

  static AgentContact kept(AgentContact seen, Dossier dossier) {
    return new AgentContact(
        seen.phase(),
        seen.image(),
        dossier.encoded(),
        seen.peerAddress(),
        seen.sessionDigest(),
        seen.expires(),
        seen.bytes(),
        seen.total(),
        seen.reason(),
        seen.note());
  }

  /** Whether an operator was not told this yet. */
  static boolean isNews(AgentContact seen, String text) {
    return seen.note() == null || !(seen.note() + BETWEEN).contains(text + BETWEEN);
  }

  /** As {@link #noted}, of somebody turned away: strangers fill a part of the note alone. */
  static @Nullable AgentContact notedOfStranger(AgentContact seen, String text) {
    return noted(seen, text, STRANGERS_LENGTH);
  }

  /** With something an operator should know; null when it is known, or too much was said. */
  static @Nullable AgentContact noted(AgentContact seen, String text) {
    return noted(seen, text, NOTE_LENGTH);
  }

  private static @Nullable AgentContact noted(AgentContact seen, String text, int most) {
    String before = seen.note() == null ? "" : seen.note() + BETWEEN;
    if (!isNews(seen, text) || before.length() + text.length() > most) {
      return null;
    }
    return new AgentContact(
        seen.phase(),
        seen.image(),
        seen.dossier(),
        seen.peerAddress(),
        seen.sessionDigest(),
        seen.expires(),
        seen.bytes(),
        seen.total(),
        seen.reason(),
        before + text);
  }

  static AgentContact progressed(AgentContact seen, long bytes) {
    return with(seen, seen.phase(), bytes, null);
  }

  static AgentContact done(AgentContact seen) {
    return with(seen, Phase.DONE, seen.total(), null);
  }

  static AgentContact failed(AgentContact seen, String reason) {
    return with(seen, Phase.FAILED, seen.bytes(), reason);
  }

  static AgentContact withdrawn(AgentContact seen) {
    return with(seen, Phase.WITHDRAWN, seen.bytes(), null);
  }

  private static AgentContact with(
      AgentContact seen, Phase phase, long bytes, @Nullable String reason) {
    return new AgentContact(
        phase,
        seen.image(),
        seen.dossier(),
        seen.peerAddress(),
        seen.sessionDigest(),
        null,
        bytes,
        seen.total(),
        reason,
        seen.note());
  }
}
