package org.novabm.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Maintenance: who holds a node is named with it. A node that is held is chosen for no instance,
 * and is asked for nothing but power, destroy and release. What is under way goes on to its end.
 */
@RestController
@RequestMapping("/v1/nodes/{ref}/maintenance")
class MaintenanceController {

  private final NodeStore nodes;
  private final HoldStore holds;
  private final InstantSource time;

  MaintenanceController(NodeStore nodes, HoldStore holds, InstantSource time) {
    this.nodes = nodes;
    this.holds = holds;
    this.time = time;
  }

  /**
   * A hold to be placed.
   *
   * @param reason 1 to 255 characters
   * @param until when it ends by itself, with its zone, for example {@code 2026-03-04T05:06:07Z};
   *     left out, it does not
   * @param name {@code operator} when left out
   */
  record Wanted(@Nullable String reason, @Nullable String until, @Nullable String name) {

    Hold toHold(String by, Instant now) {
      String called = name == null ? Hold.OPERATOR : Field.parsed("name", name, Hold::checkName);
      String why = Field.text("reason", reason, 255);
      Instant end = until == null ? null : instant(until);
      if (end != null && !end.isAfter(now)) {
        throw Fault.field("until", "must be in the future; it is " + TimeText.of(now) + " here");
      }
      return Hold.placed(called, by, why, now, end);
    }

    private static Instant instant(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException _) {
        throw Fault.field("until", "must be a time with its zone, such as 2026-03-04T05:06:07Z");
      }
    }
  }

  /**
   * Places a hold, or gives the caller's own of that name another reason and end. Refused with 409
   * when somebody else has placed one of that name.
   *
   * @return all that hold the node now
   */
  @PutMapping
  Map<String, List<HoldView>> hold(
      @PathVariable String ref, @RequestBody Wanted body, HttpServletRequest call) {
    Hold wanted = body.toHold(Audit.caller(call), time.instant());
    Node node = NodeRef.require(ref, nodes);
    Audit.note(call, "hold-" + wanted.name());
    Hold other = holds.place(node.id(), wanted);
    if (other != null) {
      throw Fault.conflict(
          "%s is held already, by the hold %s; give yours another name, or release that one first"
              .formatted(node.display(), other.text()));
    }
    return Map.of("maintenance", HoldView.all(holds.of(node.id())));
  }

  /** Releases the hold of the name, whoever placed it; there is no need for one to be there. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(
      @PathVariable String ref,
      @RequestParam(defaultValue = Hold.OPERATOR) String name,
      HttpServletRequest call) {
    Node node = NodeRef.require(ref, nodes);
    Audit.note(call, "release-hold-" + Field.parsed("name", name, Hold::checkName));
    holds.release(node.id(), name);
  }
}
