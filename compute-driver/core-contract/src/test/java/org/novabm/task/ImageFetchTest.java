package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.VmState;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.Preparation;
import org.novabm.task.StepRecord.Status;

/** The step that waits for the image, and what is told about the image's address. */
class ImageFetchTest {

  private static final String SIGNED =
      "https://me:PASSWORD77@images.test/user.img?X-Amz-Signature=SIGSECRET99&expires=1";

  private final Bench bench = new Bench();

  @BeforeEach
  void node() {
    bench.nodes.addStandard(2048);
  }

  private UUID spawn(String image) {
    InstanceRequest request =
        new InstanceRequest(
            UUID.randomUUID(),
            "instance-1",
            "web1",
            new Flavor("m1", 1024, 1, 1, 0),
            new ImageRef(image, null, null),
            null,
            List.of(),
            null,
            Map.of(),
            Map.of(),
            RequestContext.NONE);
    bench.driver.spawn(request);
    return request.instance();
  }

  private StepRecord line(UUID instance) {
    return bench.timeline(instance).getLast();
  }

  @Test
  void anImageOnItsWayHoldsNoWorker() {
    UUID instance = spawn("web.img");
    bench.deployer.preparation = Preparation.Queued::new;
    assertThat(bench.runOnce(instance)).isEqualTo(bench.now.plusSeconds(2));
    assertThat(line(instance).note()).contains("waits for others");
    bench.deployer.preparation = () -> new Preparation.Fetching(3 << 20, 10 << 20);
    assertThat(bench.runOnce(instance)).isEqualTo(bench.now.plusSeconds(2));

    assertThat(line(instance).status()).isEqualTo(Status.WAITING);
    assertThat(line(instance).note()).isEqualTo("3 of 10 MiB of the image fetched");
    assertThat(line(instance).attempt()).isEqualTo(1);
  }

  @Test
  void aFetchThatWentOnInAnotherProcessEndsInThisOne() {
    UUID instance = spawn("web.img");
    bench.deployer.preparation = () -> new Preparation.Fetching(5 << 20, 0);
    bench.runOnce(instance);
    bench.deployer.preparation = () -> new Preparation.Ready("its SHA-512 is right");

    Instance settled = bench.settle(instance);

    assertThat(settled.state()).isEqualTo(VmState.ACTIVE);
    assertThat(bench.timeline(settled.uuid()))
        .map(StepRecord::note)
        .contains("image web.img is ready; its SHA-512 is right");
  }

  @Test
  void aDestroyLetsTheImageGoWhileItIsFetched() {
    UUID instance = spawn("web.img");
    bench.deployer.preparation = () -> new Preparation.Fetching(0, 0);
    bench.runOnce(instance);

    bench.driver.destroy(instance);
    Instance settled = bench.settle(instance);

    assertThat(settled.state()).isEqualTo(VmState.DELETED);
    assertThat(bench.deployer.released).containsExactly(bench.task(settled.uuid()).id());
  }

  /** Each way in which an address may get into a note. */
  enum Way {
    READY,
    REFUSED,
    UNREACHABLE,
    BROKEN
  }

  private static Preparation answer(Way way) {
    return switch (way) {
      case READY -> new Preparation.Ready("taken from " + SIGNED);
      case REFUSED -> throw new BackendException.Refused("image " + SIGNED, "is gone");
      case UNREACHABLE ->
          throw new BackendException.Unreachable("source", "GET " + SIGNED + ": no answer");
      case BROKEN -> throw new IllegalStateException("<" + SIGNED + ">");
    };
  }

  @ParameterizedTest
  @EnumSource
  void noNoteOrReasonTellsWhoMayFetchAnImage(Way way) {
    UUID instance = spawn(SIGNED);
    bench.deployer.preparation = () -> answer(way);

    Instance settled = bench.settle(instance);

    assertThat(bench.timeline(settled.uuid()))
        .hasSizeGreaterThan(1)
        .map(StepRecord::note)
        .noneMatch(note -> note.contains("SIGSECRET99") || note.contains("PASSWORD77"))
        .anyMatch(note -> note.contains("images.test/user.img"));
    assertThat(String.valueOf(settled.fault())).doesNotContain("SIGSECRET99", "PASSWORD77");
    assertThat(settled.request().toString()).doesNotContain("SIGSECRET99", "PASSWORD77");
  }
}
