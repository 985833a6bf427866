package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.node.Node;
import org.novabm.node.TaskState;

/** What tools of old read in a node's row, and when the timeline is there to be read. */
class OldWordsTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  @ParameterizedTest
  @CsvSource({
    "power off, BUILDING",
    "wait for the agent's call, PREPARED",
    "write the image, DEPLOYING",
    "plug into the tenant network, DEPLOY_COMPLETE",
    "power on into the instance, DEPLOY_COMPLETE"
  })
  void theWordFollowsTheStep(String step, TaskState word) {
    bench.overrides.put(step, () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "slow"));
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    bench.runOnce(request.instance());
    assertThat(bench.node(node.id()).taskState()).isEqualTo(word);
  }

  @Test
  void aNodeThatIsBeingTakenDownIsInError() {
    Instance up = bench.spawn();
    bench.overrides.put(
        "undo power off", () -> new StepOutcome.WaitFor(Duration.ofSeconds(1), "slow"));
    bench.driver.destroy(up.uuid());
    assertThat(bench.node(node.id()).taskState()).isEqualTo(TaskState.ERROR);
  }

  @Test
  void whatTookLongIsInTheTimelineBeforeTheNextStepEnds() {
    InstanceRequest request = Bench.request(1024);
    bench.overrides.put(
        "power off",
        () -> {
          bench.now = bench.now.plusSeconds(30);
          return new StepOutcome.Done("at last");
        });
    bench.overrides.put(
        "set network boot",
        () ->
            bench.timeline(request.instance()).stream().anyMatch(l -> l.note().equals("at last"))
                ? new StepOutcome.Done("it is there")
                : new StepOutcome.Failed("it is not there"));
    bench.driver.spawn(request);
    bench.settle(request.instance());
    assertThat(bench.timeline(request.instance())).anyMatch(l -> l.note().equals("it is there"));
  }
}
