package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.journal.JournalEntry;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.Provisioner;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.RetryPolicy;
import org.novabm.provisioning.Steps;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.store.server.H2Files;
import tools.jackson.databind.json.JsonMapper;

/** The address of an image that its signature is a part of. */
class ImageSignatureTest {

  private static final String SIGNED =
      "https://me:PASSWORD77@images.test/user.img?X-Amz-Signature=SIGSECRET99";

  @Test
  void theFileOfTheDatabaseDoesNotTellWhoMayFetchAnImage(@TempDir Path folder) throws IOException {
    try (Stage stage = new Stage(new H2Files(folder), folder)) {
      Deployment begun = Deployment.begin(UUID.randomUUID(), request(), Samples.NOW);
      stage.deployments().add(begun, List.of());
      stage.journal().append(new JournalEntry("1", "spawn", SIGNED, Samples.NOW));
      Instant again = provisioner(stage).run(begun.id());

      Deployment failed = stage.deployments().find(begun.id());
      assertThat(again).isNull();
      assertThat(failed.state()).isEqualTo(ProvisionState.ERROR);
      assertThat(failed.reason()).contains("images.test/user.img");
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

  /** Every step fails and says why with the address in it. */
  private static Provisioner provisioner(Stage stage) {
    Map<ProvisionState, ProvisioningStep> steps = new EnumMap<>(ProvisionState.class);
    for (ProvisionState state : ProvisionState.values()) {
      if (state.isWorking()) {
        steps.put(
            state,
            context -> {
              throw new BackendException.Refused("image " + SIGNED, "GET " + SIGNED + " failed");
            });
      }
    }
    return new Provisioner(
        stage.deployments(),
        stage.nodes(),
        new Steps(steps),
        RetryPolicy.STANDARD,
        InstantSource.system(),
        () -> {});
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
