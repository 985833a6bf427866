package org.novabm.power.redfish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;

/**
 * Changes of a resource, guarded by its tag: what somebody else changed meanwhile is read again
 * before it is changed, and never overwritten unseen.
 */
final class ResourceChange {

  /** Of others, before it is left to them. */
  private static final int MOST_CHANGES = 5;

  private static final int PRECONDITION_FAILED = 412;
  private static final int PRECONDITION_REQUIRED = 428;

  private final RedfishSession session;

  ResourceChange(RedfishSession session) {
    this.session = session;
  }

  /**
   * Writes the first of some bodies that is taken, to the resource, or to its settings resource
   * (DSP0266, 9.10) where the resource refuses all.
   *
   * @param bodies for a resource as it was read, the best first
   */
  Verdict write(String path, Function<JsonNode, List<JsonNode>> bodies, Deadline deadline) {
    RedfishSession.Resource resource = session.get(path, deadline);
    String settings =
        AnswerText.text(
            resource.body().path("@Redfish.Settings").path("SettingsObject"), "@odata.id");
    Verdict verdict = firstTaken(path, resource, bodies, deadline);
    if (verdict instanceof Verdict.No(_, boolean account) && !account && !settings.isEmpty()) {
      String there = session.path(settings);
      Verdict second = firstTaken(there, session.get(there, deadline), bodies, deadline);
      return second instanceof Verdict.Done ? second : verdict;
    }
    return verdict;
  }

  private Verdict firstTaken(
      String path,
      RedfishSession.Resource resource,
      Function<JsonNode, List<JsonNode>> bodies,
      Deadline deadline) {
    Verdict first = null;
    Tags tags = resource.tags();
    for (JsonNode body : bodies.apply(resource.body())) {
      Verdict verdict = guarded(path, body, tags, deadline);
      if (!(verdict instanceof Verdict.No(_, boolean account)) || account) {
        return verdict;
      }
      first = first == null ? verdict : first;
    }
    if (first == null) {
      throw new IllegalArgumentException("nothing to write to " + path);
    }
    return first;
  }

  private Verdict guarded(String path, JsonNode body, Tags first, Deadline deadline) {
    Tags tags = first;
    int changes = 0;
    while (changes < MOST_CHANGES) {
      Optional<Verdict> verdict = withTags(path, body, tags, deadline);
      if (verdict.isEmpty()) {
        changes++;
      } else if (!(verdict.get() instanceof Verdict.Later(BackendException why, Duration asked))) {
        return verdict.get();
      } else if (!session.pause().within(deadline, asked)) {
        throw why;
      }
      tags = session.get(path, deadline).tags();
    }
    throw new BackendException.Unreachable(
        session.name(), "somebody else changes %s all the time; try again later".formatted(path));
  }

  /** Empty when the tags are not those of the resource any more. */
  private Optional<Verdict> withTags(String path, JsonNode body, Tags tags, Deadline deadline) {
    Verdict last = null;
    for (Optional<String> tag : tags.spellings()) {
      BmcRequest request = new BmcRequest("PATCH", path, body, tag.orElse(null));
      BmcAnswer answer = session.send(request, deadline);
      last = Verdict.of(session.name(), request.toString(), answer);
      if (answer.status() != PRECONDITION_FAILED && answer.status() != PRECONDITION_REQUIRED) {
        return Optional.of(last);
      }
      if (!session.get(path, deadline).tags().equals(tags)) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(last);
  }
}
