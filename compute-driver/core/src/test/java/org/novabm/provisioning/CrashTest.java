package org.novabm.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.instance.InstanceRequest;
import org.novabm.node.Node;

/** The process dies at a write; another one takes over. */
class CrashTest {

  private final Bench bench = new Bench();
  private final Node node = bench.nodes.addStandard(2048);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aSpawnSurvivesDeathBeforeAnyWrite(int write) {
    bench.store.crashBefore(write);
    assertResumes();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aSpawnSurvivesDeathAfterAnyWrite(int write) {
    bench.store.crashAfter(write);
    assertResumes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void aDestroySurvivesDeathBeforeAnyWrite(int write) {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    bench.settle(request.instance());
    bench.store.crashBefore(write);
    bench.driver.destroy(request.instance());
    assertThatThrownBy(() -> bench.settle(request.instance()))
        .isInstanceOf(MemoryDeploymentStore.Crash.class);
    assertThat(bench.settle(request.instance()).state()).isEqualTo(ProvisionState.DELETED);
    assertThat(bench.nodes.count().free()).isEqualTo(1);
  }

  private void assertResumes() {
    InstanceRequest request = Bench.request(1024);
    bench.driver.spawn(request);
    assertThatThrownBy(() -> bench.settle(request.instance()))
        .isInstanceOf(MemoryDeploymentStore.Crash.class);
    Deployment resumed = bench.settle(request.instance());
    assertThat(resumed.state()).isEqualTo(ProvisionState.ACTIVE);
    assertThat(resumed.nodeId()).isEqualTo(node.id());
    assertThat(bench.store.timeline(resumed.id())).hasSize(14);
  }
}
