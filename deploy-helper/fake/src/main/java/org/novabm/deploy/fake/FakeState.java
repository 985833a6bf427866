package org.novabm.deploy.fake;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobState;

/** How far the fake deployer is with a job; a word in the job book. */
sealed interface FakeState {

  /** The door is closed. */
  record Prepared() implements FakeState {}

  /**
   * The door is open.
   *
   * @param end when the job is finished
   */
  record Open(Instant end) implements FakeState {
    boolean isOver(Instant now) {
      return !now.isBefore(end);
    }
  }

  /** It was finished when the door was closed. */
  record Done() implements FakeState {}

  /** It was not. */
  record Withdrawn() implements FakeState {}

  /** For the book; bound to its host as long as a real one is. */
  default JobState state() {
    return switch (this) {
      case Prepared() -> new JobState("prepared", true);
      case Open(var end) -> new JobState("open " + end, true);
      case Done() -> new JobState("done", false);
      case Withdrawn() -> new JobState("withdrawn", true);
    };
  }

  /**
   * Reads what {@link #state} wrote.
   *
   * @throws IllegalStateException naming the job when it is something else
   */
  static FakeState of(Job job) {
    String text = job.state().text();
    return switch (text) {
      case "prepared" -> new Prepared();
      case "done" -> new Done();
      case "withdrawn" -> new Withdrawn();
      default -> {
        try {
          if (text.startsWith("open ")) {
            yield new Open(Instant.parse(text.substring("open ".length())));
          }
        } catch (DateTimeException e) {
          throw unreadable(job, e);
        }
        throw unreadable(job, null);
      }
    };
  }

  private static IllegalStateException unreadable(Job job, @Nullable Exception why) {
    return new IllegalStateException(
        "what is kept of the job of deployment %s is not of the fake deployer; cancel its task, or destroy its instance"
            .formatted(job.order().deployment()),
        why);
  }
}
