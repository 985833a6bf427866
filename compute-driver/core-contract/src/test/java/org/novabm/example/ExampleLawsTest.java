package org.novabm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.contract.law.StepLaws;
import org.novabm.contract.world.World;
import org.novabm.node.NodePool;
import org.novabm.step.VerifyBmc;
import org.novabm.task.Plans;
import org.novabm.task.StepCatalogue;

/** The example of docs/contributing.md keeps the laws, as a third party's steps would. */
class ExampleLawsTest implements StepLaws {

  private static final int MOST_LINES = 40;

  @Override
  public StepCatalogue steps(NodePool pool, World world) {
    Duration timeout = Duration.ofSeconds(5);
    return new StepCatalogue(
        List.of(new IdentifyStep(world.lanes(), timeout), new VerifyBmc(world.lanes(), timeout)));
  }

  @Override
  public Plans plans(StepCatalogue steps) {
    return new Plans(List.of(new IdentifyPlan()), steps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IdentifyStep", "IdentifyPlan"})
  void thePageShowsWhatIsCompiled(String name) throws IOException {
    Path checkout = Path.of(System.getProperty("novabm.checkout"));
    Path source =
        checkout.resolve(
            "compute-driver/core-contract/src/test/java/org/novabm/example/" + name + ".java");
    String text = Files.readString(source);
    String shown = text.substring(text.indexOf("/**"));
    assertThat(List.of(shown.split("\n"))).hasSizeLessThanOrEqualTo(MOST_LINES);
    assertThat(Files.readString(checkout.resolve("docs/contributing.md")))
        .as("copy %s from its comment on", source)
        .contains("```java\n" + shown + "```");
  }
}
