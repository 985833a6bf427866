package org.novabm.deploy.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When the one that has the boot file was last heard of.
 *
 * @param what it fetched then, all of it
 */
record Heard(Instant at, BootPart what) {

  /** As {@link #encoded} wrote it; earlier releases wrote the time alone, of the boot file. */
  static Heard parse(String[] words) {
    @Nullable BootPart what = words.length < 3 ? null : BootPart.named(words[2]);
    return new Heard(Instant.parse(words[1]), what == null ? BootPart.BOOT_FILE : what);
  }

  String encoded() {
    return at + " " + what.name();
  }

  /** For an operator who looks for the place where a boot stopped. */
  String sentence(@Nullable String from) {
    return "the last it fetched was its %s, at %s from %s"
        .formatted(what.words, at.truncatedTo(ChronoUnit.SECONDS), from);
  }
}
