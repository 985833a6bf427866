package org.novabm.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.rest.v1.HoldBody;
import org.novabm.rest.v1.MaintenanceView;
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
   * Places a hold, or gives the caller's own of that name another reason and end. Refused with 409
   * when somebody else has placed one of that name.
   *
   * @return all that hold the node now
   */
  @PutMapping
  MaintenanceView hold(
      @PathVariable String ref, @RequestBody HoldBody body, HttpServletRequest call) {
    Hold wanted = wanted(body, Audit.caller(call), time.instant());
    Node node = NodeRef.require(ref, nodes);
    Audit.note(call, "hold-" + wanted.name());
    Hold other = holds.place(node.id(), wanted);
    if (other != null) {
      throw Fault.conflict(
          "%s is held already, by the hold %s; give yours another name, or release that one first"
              .formatted(node.display(), other.text()));
    }
    return new MaintenanceView(HoldViews.all(holds.of(node.id())));
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

  private static Hold wanted(HoldBody body, String by, Instant now) {
    String name = body.name();
    String called = name == null ? Hold.OPERATOR : Field.parsed("name", name, Hold::checkName);
    String why = Field.text("reason", body.reason(), 255);
    Instant end = body.until() == null ? null : instant(body.until());
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
