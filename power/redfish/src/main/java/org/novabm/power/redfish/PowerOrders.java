package org.novabm.power.redfish;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.PowerState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives orders to a machine's power, until the BMC has taken one. */
final class PowerOrders {

  private final RedfishSession session;
  private final ComputerSystem system;

  PowerOrders(RedfishSession session, ComputerSystem system) {
    this.session = session;
    this.system = system;
  }

  /**
   * By the first of these ways that the machine takes.
   *
   * @param shows the state by which it shows that an order is not needed any more, when one was
   *     refused; null when there is none
   * @throws BackendException.Unsupported when it has none of the ways
   */
  void give(
      RedfishSession.Resource now,
      List<String> ways,
      @Nullable PowerState shows,
      Deadline deadline) {
    ResetAction reset = ResetAction.of(session, system.path(deadline), now.body(), ways, deadline);
    BackendException refusal =
        new BackendException.Unsupported(
            session.name(),
            "the machine takes %s and none of %s"
                .formatted(BodyExcerpt.of(reset.told().toString()), ways));
    for (String way : reset.candidates(ways)) {
      BackendException why = insist(reset.target(), way, shows, deadline);
      if (why == null) {
        return;
      }
      if (why instanceof BackendException.Unreachable) {
        // it may be doing this one, and another beside it would be one too many
        throw why;
      }
      refusal = why;
    }
    throw refusal;
  }

  /** Null when it is done, or not needed any more. */
  private @Nullable BackendException insist(
      String target, String way, @Nullable PowerState shows, Deadline deadline) {
    JsonNode order = JsonMapper.shared().createObjectNode().put("ResetType", way);
    while (true) {
      Verdict verdict = post(target, order, deadline);
      if (verdict instanceof Verdict.Done || isThere(shows, deadline)) {
        return null;
      }
      switch (verdict) {
        case Verdict.Done _ -> {
          return null;
        }
        case Verdict.No(BackendException why, _) -> {
          return why;
        }
        case Verdict.Later(BackendException why, Duration asked) -> {
          if (!session.pause().within(deadline, asked)) {
            throw why;
          }
        }
      }
    }
  }

  /** No answer may be that of a BMC that did it; it is looked at then, and not ordered twice. */
  private Verdict post(String target, JsonNode order, Deadline deadline) {
    try {
      return session.post(target, order, deadline);
    } catch (BackendException.Unreachable e) {
      return new Verdict.No(e, false);
    }
  }

  private boolean isThere(@Nullable PowerState shows, Deadline deadline) {
    try {
      return shows != null && PowerWord.of(system.read(deadline).body()).turnsTo(shows);
    } catch (BackendException.Unreachable e) {
      return false;
    }
  }
}
