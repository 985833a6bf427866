package org.novabm.node;

import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance hold: while one is in force the node is chosen for no instance, and no verb but
 * power, destroy and release begins on it. A task that goes on when the hold is placed goes on to
 * its end. A node can have several at once, each of a name of its own.
 *
 * @param name which one it is; one of a name on a node at a time
 * @param by who placed it, as the audit trail knows callers
 * @param reason for people
 * @param since when it was placed
 * @param until from then on it does not count any more; null when it counts until it is released
 */
public record Hold(String name, String by, String reason, Instant since, @Nullable Instant until) {

  /** The one that is meant where nobody names one. */
  public static final String OPERATOR = "operator";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
  private static final int LONGEST = 255;

  /**
   * One that is placed now.
   *
   * @param name a lower-case letter and up to 63 more, digits, hyphens and underscores
   * @param reason 1 to 255 characters, not blank
   * @param until null for no end
   * @throws IllegalArgumentException when one of them is otherwise, or the end is not in the future
   */
  public static Hold placed(
      String name, String by, String reason, Instant now, @Nullable Instant until) {
    checkName(name);
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new IllegalArgumentException("the reason of a hold has 1 to 255 characters");
    }
    if (until != null && !until.isAfter(now)) {
      throw new IllegalArgumentException("the hold would end at " + until + ", which is over");
    }
    return new Hold(name, by.substring(0, Math.min(by.length(), LONGEST)), reason, now, until);
  }

  /**
   * Refuses what is no name of a hold.
   *
   * @throws IllegalArgumentException saying what one looks like
   */
  public static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a name of a hold: a lower-case letter, then at most 63 lower-case letters, digits, - and _"
              .formatted(name));
    }
    return name;
  }

  public boolean isInForce(Instant now) {
    return until == null || until.isAfter(now);
  }

  /** For a sentence: {@code 'operator' by 192.0.2.7: a disk is replaced}. */
  public String text() {
    return "'%s' by %s: %s%s".formatted(name, by, reason, until == null ? "" : ", until " + until);
  }

  /** Several of them, for a sentence. */
  public static String text(Collection<Hold> holds) {
    return holds.stream().map(Hold::text).collect(Collectors.joining("; "));
  }
}
