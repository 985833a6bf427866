package org.novabm.provisioning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;

/**
 * One instance's way through a node, from its spawn message to its end. Everything needed to go on
 * after a crash stands here.
 *
 * @param id the deployment
 * @param request what was asked for
 * @param state where it is
 * @param asked what somebody asked for since; the loop turns it into an event at the next step
 *     boundary
 * @param nodeId the claimed node; null before the claim, kept for the record after the release
 * @param tried nodes that could not be made ready; none of them is claimed again
 * @param step number of the step in the timeline
 * @param attempt of the step, from 1
 * @param since when the step was entered
 * @param created when the message came
 * @param undoFailed an undo step failed, so the node must not go back to the pool
 * @param reason why it failed; null while all is well
 * @param version counts the writes; a writer that saw another one loses
 */
public record Deployment(
    UUID id,
    InstanceRequest request,
    ProvisionState state,
    Asked asked,
    @Nullable Long nodeId,
    List<Long> tried,
    int step,
    int attempt,
    Instant since,
    Instant created,
    boolean undoFailed,
    @Nullable String reason,
    long version) {

  public Deployment {
    tried = List.copyOf(tried);
  }

  /** What was asked for after the spawn. */
  public enum Asked {
    NOTHING(null),
    TERMINATE(ProvisionEvent.TERMINATE),
    STOP(ProvisionEvent.STOP),
    STOP_NOW(ProvisionEvent.STOP_NOW),
    START(ProvisionEvent.START),
    REBOOT(ProvisionEvent.REBOOT),
    REBOOT_SOFTLY(ProvisionEvent.REBOOT_SOFTLY);

    private final @Nullable ProvisionEvent event;

    Asked(@Nullable ProvisionEvent event) {
      this.event = event;
    }

    /** What it becomes at the next step boundary; null for nothing. */
    public @Nullable ProvisionEvent event() {
      return event;
    }
  }

  /** A deployment whose message has just come. */
  public static Deployment begin(UUID id, InstanceRequest request, Instant now) {
    return new Deployment(
        id,
        request,
        ProvisionState.CLAIMING,
        Asked.NOTHING,
        null,
        List.of(),
        1,
        1,
        now,
        now,
        false,
        null,
        0);
  }

  public Deployment withAsked(Asked wanted) {
    return new Deployment(
        id,
        request,
        state,
        wanted,
        nodeId,
        tried,
        step,
        attempt,
        since,
        created,
        undoFailed,
        reason,
        version);
  }

  public Deployment withNode(@Nullable Long node) {
    return new Deployment(
        id,
        request,
        state,
        asked,
        node,
        tried,
        step,
        attempt,
        since,
        created,
        undoFailed,
        reason,
        version);
  }

  /** The same, whose node could not be made ready. */
  public Deployment withNodeTried() {
    List<Long> more = new ArrayList<>(tried);
    if (nodeId != null) {
      more.add(nodeId);
    }
    return new Deployment(
        id,
        request,
        state,
        asked,
        nodeId,
        more,
        step,
        attempt,
        since,
        created,
        undoFailed,
        reason,
        version);
  }

  public Deployment withAttempt(int count) {
    return new Deployment(
        id,
        request,
        state,
        asked,
        nodeId,
        tried,
        step,
        count,
        since,
        created,
        undoFailed,
        reason,
        version);
  }

  public Deployment withReason(@Nullable String why) {
    return new Deployment(
        id,
        request,
        state,
        asked,
        nodeId,
        tried,
        step,
        attempt,
        since,
        created,
        undoFailed,
        why,
        version);
  }

  public Deployment withUndoFailed(boolean failed) {
    return new Deployment(
        id, request, state, asked, nodeId, tried, step, attempt, since, created, failed, reason,
        version);
  }

  /** The same, having entered the state just now. */
  public Deployment entering(ProvisionState next, Instant now) {
    return new Deployment(
        id,
        request,
        next,
        asked,
        nodeId,
        tried,
        step + 1,
        1,
        now,
        created,
        undoFailed,
        reason,
        version);
  }
}
