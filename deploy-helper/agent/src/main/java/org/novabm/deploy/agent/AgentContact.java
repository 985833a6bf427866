package org.novabm.deploy.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the machine of a job. Secrets are kept as SHA-256 digests only.
 *
 * @param phase how far it is
 * @param image where the checked image lies, as {@code CheckedImage} writes it
 * @param dossier who has the machine's boot file and what was sent to it, as {@link Dossier} writes
 *     it, at most {@value #DOSSIER_CHARACTERS} characters; null for nothing
 * @param peerAddress who the machine is taken to be: the address that fetched the boot file, and
 *     from first contact on the only one the session is open to
 * @param sessionDigest of the secret the agent got at first contact
 * @param expires when the door closes by itself; null while it is closed
 * @param bytes written so far
 * @param total bytes to write, 0 when not known
 * @param reason why it failed; what is longer than {@value #TOLD_CHARACTERS} characters is cut
 * @param note what an operator should know beside that, for example who was refused; null for
 *     nothing. It is cut as the reason is.
 */
record AgentContact(
    Phase phase,
    @Nullable String image,
    @Nullable String dossier,
    @Nullable String peerAddress,
    @Nullable String sessionDigest,
    @Nullable Instant expires,
    long bytes,
    long total,
    @Nullable String reason,
    @Nullable String note) {

  /** How much of a dossier is kept. */
  static final int DOSSIER_CHARACTERS = 4000;

  /** How much of what people are told is kept. */
  static final int TOLD_CHARACTERS = 2000;

  /** The life of a job, in this order. */
  enum Phase {
    /** The image lies ready; the door is closed. */
    PREPARED,
    /** The door is open; nobody came. */
    PUBLISHED,
    /** The boot file was fetched. */
    BOOTING,
    /** First contact was made; the image is being written. */
    WRITING,
    /** The machine reported success. */
    DONE,
    /** The machine reported failure. */
    FAILED,
    /** The door was closed by the service. */
    WITHDRAWN
  }

  AgentContact {
    if (dossier != null && dossier.length() > DOSSIER_CHARACTERS) {
      throw new IllegalArgumentException("a dossier of " + dossier.length() + " characters");
    }
    reason = cut(reason);
    note = cut(note);
  }

  private static @Nullable String cut(@Nullable String told) {
    return told == null || told.length() <= TOLD_CHARACTERS
        ? told
        : told.substring(0, TOLD_CHARACTERS);
  }

  /** A contact nobody made yet, with the image in place. */
  static AgentContact prepared(String image, long total) {
    return new AgentContact(Phase.PREPARED, image, null, null, null, null, 0, total, null, null);
  }
}
