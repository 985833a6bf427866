package org.novabm.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.Verb;
import org.novabm.task.Plan;
import org.novabm.task.Standing.Outcome;
import org.novabm.task.Task;

/**
 * Nothing that was asked for is lost, and no machine is driven by two, when the process that works
 * on it is killed, or stopped for longer than its lease and woken again, at any boundary of its
 * steps.
 */
@Tag("mariadb")
@Tag("rabbitmq")
class ChaosIT {

  /** How often; {@code ./check --chaos} does it a hundred times. */
  private static final int KILLS = Integer.getInteger("novabm.kills", 10);

  @TempDir Path folder;

  private enum How {
    KILLED,
    STOPPED
  }

  private record Case(Boundary boundary, How how) {}

  @Test
  void anotherHostFinishesWhatTheFirstOneBegan() throws Exception {
    try (ChaosSite site = new ChaosSite(folder)) {
      List<Case> cases = cases(new CalmDays(site).plans());
      for (int i = 0; i < KILLS; i++) {
        // spread over all there are; another one each time when there are enough
        Case one = cases.get((int) ((long) i * cases.size() / KILLS % cases.size()));
        ChaosHost worker = site.hosts.get(i % 2);
        ChaosHost other = site.hosts.get(1 - i % 2);
        long begin = System.nanoTime();
        new Blow(site, one, worker, other).strike();
        System.out.printf(
            "[chaos] %d of %d: %s %s at %s; %s finished; all as it should be after %d ms%n",
            i + 1,
            KILLS,
            worker.name,
            one.how().name().toLowerCase(java.util.Locale.ROOT),
            one.boundary().text(),
            other.name,
            Duration.ofNanos(System.nanoTime() - begin).toMillis());
      }
      site.until("nothing to be left to do", () -> site.records.unfinished() == 0);
    }
  }

  private static List<Case> cases(Map<Verb, Plan> plans) {
    List<Case> all = new ArrayList<>();
    plans.forEach(
        (verb, plan) -> {
          for (Boundary boundary : Boundary.of(verb, plan)) {
            all.add(new Case(boundary, How.KILLED));
            all.add(new Case(boundary, How.STOPPED));
          }
        });
    return all;
  }

  /** What is done while nobody is killed. */
  private record CalmDays(ChaosSite site) {

    /** The plan of each verb as it is on record after it was done. */
    Map<Verb, Plan> plans() throws Exception {
      ChaosHost host = site.hosts.getFirst();
      Map<Verb, Plan> plans = new EnumMap<>(Verb.class);
      UUID instance = site.spawn(host);
      plans.put(Verb.DEPLOY, done(instance, Verb.DEPLOY));
      site.assertRuns(instance);
      site.rebuild(host, instance);
      plans.put(Verb.REBUILD, done(instance, Verb.REBUILD));
      site.destroy(host, instance);
      plans.put(Verb.DESTROY, done(instance, Verb.DESTROY));
      site.assertNothingIsLeft();
      return plans;
    }

    private Plan done(UUID instance, Verb verb) {
      site.until("the end of " + verb.word(), () -> !task(instance).isLive());
      assertThat(task(instance).verb()).isEqualTo(verb);
      return task(instance).plan();
    }

    private Task task(UUID instance) {
      return Objects.requireNonNull(site.records.task(instance));
    }
  }

  /** One kill: what is under way, who dies when, and what must be so afterwards. */
  private record Blow(ChaosSite site, Case at, ChaosHost worker, ChaosHost other) {

    void strike() throws Exception {
      Verb verb = at.boundary().verb();
      UUID instance = verb == Verb.DEPLOY ? null : standing();
      worker.gate.arm(at.boundary());
      UUID asked = ask(verb, instance);
      site.until("the boundary " + at.boundary().text(), worker.gate::isReached);
      UUID task = Objects.requireNonNull(site.records.task(asked)).id();
      if (at.how() == How.KILLED) {
        worker.kill();
        site.until("the takeover", () -> site.records.hostOf(task).equals(other.name));
        worker.gate.open();
        worker.start();
      } else {
        worker.freeze();
      }
      site.until("the end of " + verb.word(), () -> isOver(task, asked));
      assertEnded(verb, asked);
      if (at.how() == How.STOPPED) {
        worker.gate.open();
        worker.thaw();
        site.until("the woken process to stand back", this::stoodBack);
      }
      site.until("the worker to be up", worker::isUp);
      site.untilAllAreHome();
      assertEnded(verb, asked);
      if (verb != Verb.DESTROY) {
        site.destroy(worker, asked);
        site.until("it to be gone", () -> site.records.instance(asked).isOver());
      }
      site.until(
          "the task to end", () -> !Objects.requireNonNull(site.records.task(asked)).isLive());
      site.assertNothingIsLeft();
    }

    private boolean stoodBack() {
      return worker.lastWords().contains("is left where it is");
    }

    private UUID standing() throws Exception {
      UUID instance = site.spawn(worker);
      site.until(
          "an instance to begin with",
          () -> site.records.instance(instance).state() == VmState.ACTIVE);
      site.until(
          "its task to end", () -> !Objects.requireNonNull(site.records.task(instance)).isLive());
      return instance;
    }

    private UUID ask(Verb verb, @org.jspecify.annotations.Nullable UUID instance) throws Exception {
      if (instance == null) {
        return site.spawn(worker);
      }
      if (verb == Verb.REBUILD) {
        site.rebuild(worker, instance);
      } else {
        site.destroy(worker, instance);
      }
      return instance;
    }

    private boolean isOver(UUID task, UUID instance) {
      Task now = Objects.requireNonNull(site.records.task(instance));
      return now.id().equals(task) && !now.isLive();
    }

    private void assertEnded(Verb verb, UUID instance) {
      Task task = Objects.requireNonNull(site.records.task(instance));
      assertThat(task.standing().outcome())
          .as("%s", task.standing().reason())
          .isEqualTo(Outcome.DONE);
      if (verb == Verb.DESTROY) {
        assertThat(site.records.instance(instance).isOver()).isTrue();
        site.assertNothingIsLeft();
      } else {
        assertThat(site.records.instance(instance).state()).isEqualTo(VmState.ACTIVE);
        site.assertRuns(instance);
      }
    }
  }
}
