package org.novabm.provisioning;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.TaskState;
import org.novabm.provisioning.Deployment.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: load, look what was asked, run the step, apply its outcome by compare-and-set, go on.
 * It is the only place where a deployment changes its state. Any process may run it at any time;
 * who saved first wins and the other one reads again.
 */
public final class Provisioner {

  private static final Logger log = LoggerFactory.getLogger(Provisioner.class);

  /** So many machines that cannot be made ready are no bad luck. */
  private static final int MOST_NODES = 3;

  private final DeploymentStore store;
  private final NodeStore nodes;
  private final StepRunner runner;
  private final InstantSource time;
  private final Runnable told;

  /**
   * The loop over the given steps.
   *
   * @param told is run after notices were stored
   */
  public Provisioner(
      DeploymentStore store,
      NodeStore nodes,
      Steps steps,
      RetryPolicy retries,
      InstantSource time,
      Runnable told) {
    this.store = store;
    this.nodes = nodes;
    this.runner = new StepRunner(steps.byState(), retries);
    this.time = time;
    this.told = told;
  }

  /**
   * Takes the deployment as far as it goes now.
   *
   * @return when to look at it again, or null when it rests or has ended
   */
  public @Nullable Instant run(UUID id) {
    Deployment deployment = store.find(id);
    while (deployment != null) {
      Deployment asked = answer(deployment);
      if (asked != null) {
        deployment = asked;
        continue;
      }
      if (!deployment.state().isWorking()) {
        return null;
      }
      Turn turn = step(deployment);
      if (turn.again() != null) {
        return turn.again();
      }
      deployment = turn.deployment() != null ? turn.deployment() : store.find(id);
    }
    return null;
  }

  /**
   * How one step left things: a saved deployment to go on with, a time to come back, or neither
   * after a lost race.
   */
  private record Turn(@Nullable Deployment deployment, @Nullable Instant again) {}

  /**
   * Turns what was asked for into its event; null when nothing was, or nothing that fits this
   * state.
   */
  private @Nullable Deployment answer(Deployment deployment) {
    ProvisionEvent event = deployment.asked().event();
    if (event == null || Transitions.next(deployment.state(), event) == null) {
      return null;
    }
    Instant now = time.instant();
    boolean destroyed = event == ProvisionEvent.TERMINATE;
    Deployment ready =
        deployment.withAsked(destroyed ? Asked.TERMINATE : Asked.NOTHING).withUndoFailed(false);
    if (!destroyed) {
      ready =
          ready.withReason(null); // else the failure of an earlier request is taken for this one's
    }
    StepRecord line =
        deployment.state().isWorking()
            ? line(deployment, StepRecord.Status.FAILED, now, "given up: the instance is destroyed")
            : null;
    Deployment saved = move(ready, event, line, now);
    return saved != null ? saved : store.find(deployment.id());
  }

  private Turn step(Deployment deployment) {
    Node node = nodeOf(deployment);
    StepOutcome outcome = runner.run(new StepContext(deployment, node, time.instant()));
    Instant now = time.instant();
    return switch (outcome) {
      case StepOutcome.Done(var note) -> done(deployment, note, now);
      case StepOutcome.Failed(var note) -> failed(deployment, note, now);
      case StepOutcome.WaitFor(var delay, var note) ->
          again(
              deployment, line(deployment, StepRecord.Status.WAITING, null, note), now.plus(delay));
      case StepOutcome.RetryAfter(var delay, var note) -> {
        log.info("{}: {}; attempt {} follows", name(deployment), note, deployment.attempt() + 1);
        yield again(
            deployment.withAttempt(deployment.attempt() + 1),
            line(deployment, StepRecord.Status.RETRYING, null, note),
            now.plus(delay));
      }
    };
  }

  private Turn done(Deployment deployment, String note, Instant now) {
    StepRecord line = line(deployment, StepRecord.Status.DONE, now, note);
    boolean givenUp =
        deployment.state() == ProvisionState.RELEASING && deployment.asked() != Asked.TERMINATE;
    if (givenUp && deservesAnotherNode(deployment)) {
      return new Turn(move(deployment.withNode(null), ProvisionEvent.NEXT_NODE, line, now), null);
    }
    ProvisionEvent event = givenUp ? ProvisionEvent.GIVEN_UP : ProvisionEvent.DONE;
    return new Turn(move(claimed(deployment), event, line, now), null);
  }

  /** Whoever names a node means that one. */
  private static boolean deservesAnotherNode(Deployment deployment) {
    Long node = deployment.nodeId();
    return node != null
        && deployment.tried().contains(node)
        && deployment.tried().size() < MOST_NODES
        && deployment.request().node() == null;
  }

  private Turn failed(Deployment deployment, String note, Instant now) {
    log.warn("{}: {}", name(deployment), note);
    Deployment marked =
        deployment.withUndoFailed(deployment.undoFailed() || deployment.state().isUndoing());
    if (deployment.state().isBeforeTheImage()) {
      marked = marked.withNodeTried();
    }
    String why = deployment.state().label() + ": " + note;
    String before = deployment.reason();
    if (deployment.state() != ProvisionState.RELEASING || before == null) {
      marked = marked.withReason(before == null ? why : before + "; then " + why);
    }
    return new Turn(
        move(
            marked,
            ProvisionEvent.FAILED,
            line(deployment, StepRecord.Status.FAILED, now, note),
            now),
        null);
  }

  private Turn again(Deployment deployment, StepRecord line, Instant when) {
    Deployment saved = store.save(deployment, line, List.of());
    return new Turn(null, saved == null ? null : when);
  }

  private @Nullable Deployment move(
      Deployment deployment, ProvisionEvent event, @Nullable StepRecord line, Instant now) {
    ProvisionState next = Transitions.next(deployment.state(), event);
    if (next == null) {
      throw new IllegalStateException(event + " means nothing in " + deployment.state());
    }
    Deployment after = deployment.entering(next, now);
    if (next == ProvisionState.ERROR) {
      after = after.withAsked(Asked.NOTHING);
    }
    if (next == ProvisionState.ACTIVE && event == ProvisionEvent.DONE) {
      after = after.withReason(null);
    }
    writeTaskState(deployment, next);
    List<Notice> notices = Announcements.changed(deployment, after, now);
    Deployment saved = store.save(after, line, notices);
    if (saved != null) {
      report(saved);
      if (!notices.isEmpty()) {
        told.run();
      }
    }
    return saved;
  }

  private void report(Deployment saved) {
    if (!saved.state().isWorking()) {
      String reason = saved.reason();
      log.info("{}{}", name(saved), reason == null ? "" : ": " + reason);
    } else {
      log.debug("{}", name(saved));
    }
  }

  /**
   * Old tools read the word in the node's row; written before the state, so that a crash in between
   * repeats it.
   */
  private void writeTaskState(Deployment before, ProvisionState next) {
    Long nodeId = before.nodeId();
    TaskState word = TaskWords.of(next);
    if (nodeId != null && word != null && word != TaskWords.of(before.state())) {
      nodes.setTaskState(nodeId, before.request().instance(), word);
    }
  }

  private @Nullable Node nodeOf(Deployment deployment) {
    Long nodeId = deployment.nodeId();
    return nodeId == null
        ? nodes.findByInstance(deployment.request().instance())
        : nodes.find(nodeId);
  }

  private Deployment claimed(Deployment deployment) {
    if (deployment.nodeId() != null) {
      return deployment;
    }
    Node node = nodes.findByInstance(deployment.request().instance());
    return node == null ? deployment : deployment.withNode(node.id());
  }

  private static StepRecord line(
      Deployment deployment, StepRecord.Status status, @Nullable Instant ended, String note) {
    return new StepRecord(
        deployment.step(),
        deployment.state(),
        status,
        deployment.attempt(),
        deployment.since(),
        ended,
        note);
  }

  private static String name(Deployment deployment) {
    String node = deployment.nodeId() == null ? "" : " on node " + deployment.nodeId();
    return "instance " + deployment.request().instance() + node + " " + deployment.state().label();
  }
}
