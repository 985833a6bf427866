package org.novabm.instance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.power.PowerState;

/**
 * What was asked for, and what became of it. It outlives what is done to it.
 *
 * @param request the message that asked for it, whole
 * @param state what it is
 * @param power what was last read of its machine by a task; null before that
 * @param node on which node it is; null when on none (yet, or any more)
 * @param deployedBy the task that put it there; null when no task of ours did
 * @param created when it was asked for
 * @param launched when it was first up; null when it was not
 * @param terminated when it was destroyed; null when it was not
 * @param fault why it is in error, or the last thing asked of it failed; null while all is well
 */
public record Instance(
    InstanceRequest request,
    VmState state,
    @Nullable PowerState power,
    @Nullable Long node,
    @Nullable UUID deployedBy,
    Instant created,
    @Nullable Instant launched,
    @Nullable Instant terminated,
    @Nullable String fault) {

  /** One that was asked for just now, and is to be put on a node by the task. */
  public static Instance begin(InstanceRequest request, UUID task, Instant now) {
    return new Instance(request, VmState.BUILDING, null, null, task, now, null, null, null);
  }

  public UUID uuid() {
    return request.instance();
  }

  /** Nothing is left of it; the same uuid may be asked for again. */
  public boolean isOver() {
    return state == VmState.DELETED || (state == VmState.ERROR && node == null);
  }

  /** The same on the node. */
  public Instance on(@Nullable Long claimed) {
    return new Instance(
        request, state, power, claimed, deployedBy, created, launched, terminated, fault);
  }

  /** The same, its machine's power having been read. */
  public Instance powered(PowerState read) {
    return new Instance(
        request, state, read, node, deployedBy, created, launched, terminated, fault);
  }

  /** The same, in another state. */
  public Instance becoming(VmState next, @Nullable String why) {
    return new Instance(request, next, power, node, deployedBy, created, launched, terminated, why);
  }

  /** The same, to be put on its node once more by the task. */
  public Instance rebuilding(InstanceRequest wanted, UUID task) {
    return new Instance(
        wanted, VmState.BUILDING, power, node, task, created, launched, terminated, null);
  }

  /** The same, up. */
  public Instance launched(Instant now) {
    Instant first = launched == null ? now : launched;
    return new Instance(
        request, VmState.ACTIVE, power, node, deployedBy, created, first, terminated, null);
  }

  /** The same, gone. */
  public Instance terminated(Instant now) {
    return new Instance(
        request, VmState.DELETED, power, null, deployedBy, created, launched, now, fault);
  }
}
