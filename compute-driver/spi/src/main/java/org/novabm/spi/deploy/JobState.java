package org.novabm.spi.deploy;

/**
 * What a deployer keeps of a job. Nobody else reads the text; what the service has to know of it
 * the deployer says beside it.
 *
 * @param text of the deployer's own making, at most {@value #CHARACTERS} characters. It is not
 *     encrypted: a secret stands in it as its digest, and nothing of the order is repeated in it.
 * @param boundToHost whether the machine still needs the host that serves it, for boot files, image
 *     or call-back. Should that host fall silent, another host begins such a job's task at its
 *     first step, and goes on with all others where they are.
 */
public record JobState(String text, boolean boundToHost) {

  /** How much of a text is kept. */
  public static final int CHARACTERS = 16_000;

  /**
   * A state.
   *
   * @throws IllegalArgumentException for a text that is too long
   */
  public JobState {
    if (text.length() > CHARACTERS) {
      throw new IllegalArgumentException(
          "the state of a job has %d characters and may have %d"
              .formatted(text.length(), CHARACTERS));
    }
  }
}
