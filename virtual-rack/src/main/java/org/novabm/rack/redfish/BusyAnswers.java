package org.novabm.rack.redfish;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Answers that mean "not now", until they are used up. */
final class BusyAnswers {

  private final Queue<String> left;

  BusyAnswers(List<String> words) {
    this.left = new ConcurrentLinkedQueue<>(words);
  }

  /** Null when the truth is told. */
  @Nullable RedfishReply next() {
    String word = left.poll();
    return word == null ? null : reply(word);
  }

  /**
   * The answer of a word.
   *
   * @throws IllegalArgumentException when it is none
   */
  static RedfishReply reply(String word) {
    return switch (word) {
      case "full" ->
          RedfishReply.error(503, "Base.1.8.SessionLimitExceeded", "All sessions are taken.")
              .with("Retry-After", "1");
      case "503" ->
          RedfishReply.error(503, "Base.1.8.ServiceTemporarilyUnavailable", "The service is busy.");
      case "html" ->
          new RedfishReply(504, "<html><body>nobody behind answers</body></html>", Map.of(), false);
      case "starting" ->
          RedfishReply.error(400, "IDRAC.1.6.SWC0700", "The controller starts; come back later.");
      case "in-post" ->
          RedfishReply.error(
              400, "iLO.2.30.UnableToModifyDuringSystemPOST", "Not while the BIOS is in POST.");
      case "conflict" ->
          RedfishReply.error(409, "Base.1.8.ResourceInUse", "Another change is being made.");
      case "said" ->
          RedfishReply.error(
              400, "Oem.1.0.General", "It is not ready yet, please try again later.");
      default -> throw new IllegalArgumentException("'" + word + "' is not a passing answer");
    };
  }
}
