package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.spi.deploy.DeployProgress;

/** How long the machine's agent is waited for, and what is told meanwhile. */
class AgentWaitTest {

  private final Bench bench = new Bench();

  static Stream<DeployProgress> unfinished() {
    return Stream.of(new DeployProgress.Waiting(), new DeployProgress.Running(1, 2));
  }

  @ParameterizedTest
  @MethodSource("unfinished")
  void aDeploymentHasAnEnd(DeployProgress progress) {
    Bench hurried = new Bench(Duration.ofMinutes(10));
    hurried.nodes.addStandard(2048);
    hurried.deployer.progress = progress;
    Instant asked = hurried.now;
    Instance ended = hurried.spawn();
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(ended.fault())
        .contains("the deployment took more than 600 s in all (pxe_deploy_timeout)");
    assertThat(Duration.between(asked, hurried.now)).isLessThan(Duration.ofMinutes(11));
  }

  @Test
  void anAgentThatNeverCallsIsGivenUp() {
    Instance ended = spawn(new DeployProgress.Waiting());
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
    assertThat(ended.fault()).contains("the agent did not call within 1800 s");
  }

  @Test
  void anImageThatIsNeverWholeIsGivenUp() {
    Instance ended = spawn(new DeployProgress.Running(1 << 20, 2 << 20));
    assertThat(ended.fault())
        .isEqualTo("write the image: the image was not written within 3600 s: 1 of 2 MiB written");
  }

  @Test
  void theTimelineNamesWhoWasRefusedInTheMachinesPlaceWhileItIsWaitedFor() {
    String note = "its boot file was refused to 10.77.0.66: it was fetched from 10.77.0.100 first";
    Instance ended = spawn(new DeployProgress.Waiting(note));

    assertThat(bench.timeline(ended.uuid()))
        .filteredOn(line -> line.step().equals("wait_call_back"))
        .singleElement()
        .satisfies(line -> assertThat(line.note()).endsWith(note));
    assertThat(ended.fault()).contains("the agent did not call within 1800 s").contains(note);
  }

  @Test
  void whatIsWrittenIsToldAsNumbers() {
    bench.nodes.addStandard(2048);
    bench.deployer.progress = new DeployProgress.Running(3 << 20, 10 << 20);
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    bench.runOnce(request.instance());
    bench.runOnce(request.instance());

    StepRecord line = bench.timeline(request.instance()).getLast();
    assertThat(line.note()).isEqualTo("3 of 10 MiB written");
    assertThat(line.progress()).isEqualTo(Progress.ofBytes(3 << 20, 10 << 20));
  }

  @Test
  void theTimelineNamesDisksThatKeepWhatAFormerTenantWrote() {
    Instance up = spawn(new DeployProgress.Finished("disk sda cannot be trimmed"));

    assertThat(up.state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.timeline(up.uuid()))
        .map(StepRecord::note)
        .contains("the image is on the disk and verified; disk sda cannot be trimmed");
  }

  @Test
  void anAgentThatReportsFailureEndsTheSpawnWithItsWords() {
    Instance ended = spawn(new DeployProgress.Failed("disk /dev/sda: I/O error"));
    assertThat(ended.fault()).contains("disk /dev/sda: I/O error");
    assertThat(ended.state()).isEqualTo(VmState.ERROR);
  }

  private Instance spawn(DeployProgress progress) {
    bench.nodes.addStandard(2048);
    bench.deployer.progress = progress;
    return bench.spawn();
  }
}
