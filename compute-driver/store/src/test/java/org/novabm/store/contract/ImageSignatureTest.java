package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.contract.store.Samples;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.VmState;
import org.novabm.journal.JournalEntry;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.service.Lease;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.store.server.H2Files;
import org.novabm.task.Next;
import org.novabm.task.Plans;
import org.novabm.task.RetryPolicy;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;
import org.novabm.task.Task;
import org.novabm.task.TaskRunner;
import org.novabm.task.Writes;
import tools.jackson.databind.json.JsonMapper;

/** The address of an image that its signature is a part of. */
class ImageSignatureTest {

  private static final String SIGNED =
      "https://me:PASSWORD77@images.test/user.img?X-Amz-Signature=SIGSECRET99";

  @Test
  void theFileOfTheDatabaseDoesNotTellWhoMayFetchAnImage(@TempDir Path folder) throws IOException {
    try (Stage stage = new Stage(new H2Files(folder), folder)) {
      UUID id = UUID.randomUUID();
      InstanceRequest request = request();
      stage.tasks().begin(spawn(id, request));
      stage.journal().append(new JournalEntry("1", "spawn", SIGNED, Samples.NOW));
      Next next = runner(stage).run(id);
      Instant again = next instanceof Next.At(Instant when) ? when : null;

      Instance failed = stage.instances().findInstance(request.instance());
      assertThat(again).isNull();
      assertThat(failed.state()).isEqualTo(VmState.ERROR);
      assertThat(failed.fault()).contains("images.test/user.img");
      assertThat(failed.request().image().reference()).as("still needed").isEqualTo(SIGNED);
    }
    assertThat(files(folder))
        .noneMatch(bytes -> bytes.contains("SIGSECRET99") || bytes.contains("PASSWORD77"))
        .anyMatch(bytes -> bytes.contains("images.test/user.img"));
  }

  @Test
  void anImageInTheRowOfAnEarlierReleaseIsRead() {
    String digest = "a".repeat(64);
    String earlier = "{\"reference\":\"x\",\"sha256\":\"" + digest + "\",\"format\":\"raw\"}";

    assertThat(new JsonMapper().readValue(earlier, ImageRef.class))
        .isEqualTo(new ImageRef("x", digest, "raw"));
  }

  private static InstanceRequest request() {
    return new InstanceRequest(
        UUID.randomUUID(),
        "instance-1",
        "web1",
        new Flavor("m1", 1024, 1, 1, 0),
        new ImageRef(SIGNED, null, null),
        null,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        RequestContext.NONE);
  }

  private static Writes spawn(UUID id, InstanceRequest request) {
    Task.Head head =
        new Task.Head(id, Verb.DEPLOY, ProvisionState.AVAILABLE, request.instance(), Samples.NOW);
    return Writes.of(Task.begin(head, Samples.PLAN, null))
        .with(Instance.begin(request, id, Samples.NOW));
  }

  private static TaskRunner runner(Stage stage) {
    StepCatalogue steps =
        new StepCatalogue(List.of(new Broken("claim"), new Broken("release"), new Broken("power")));
    return new TaskRunner(
        new TaskRunner.Records(stage.tasks(), stage.instances(), stage.nodes()),
        steps,
        new Plans(List.of(), steps),
        RetryPolicy.STANDARD,
        Lease.ALWAYS,
        InstantSource.system());
  }

  /** Fails, and says why with the address in it. */
  private record Broken(String name) implements Step {
    @Override
    public String label(Map<String, String> arguments) {
      return name;
    }

    @Override
    public @Nullable StepCall undo(Map<String, String> arguments) {
      return null;
    }

    @Override
    public StepOutcome run(StepContext context) {
      throw new BackendException.Refused("image " + SIGNED, "GET " + SIGNED + " failed");
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(ImageSignatureTest::latin1).toList();
    }
  }

  private static String latin1(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
