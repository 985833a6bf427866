package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.novabm.contract.world.World;
import org.novabm.lifecycle.Verb;
import org.novabm.node.NodePool;
import org.novabm.step.VerifyBmc;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;
import org.novabm.task.Plans;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** The laws are not lenient: each of these steps breaks one, and is told which. */
class BrokenStepsTest {

  /** What a step does to the words that a third party leaves outside. */
  @FunctionalInterface
  interface Deed {
    StepOutcome in(World world, StepContext context);
  }

  private record Bad(World world, String name, @Nullable StepCall undone, Deed deed)
      implements Step {
    @Override
    public String label(Map<String, String> arguments) {
      return "do " + name;
    }

    @Override
    public @Nullable StepCall undo(Map<String, String> arguments) {
      return undone;
    }

    @Override
    public StepOutcome run(StepContext context) {
      return deed.in(world, context);
    }
  }

  private static StepOutcome add(World world, StepContext context) {
    world.more.add("a flag");
    return new StepOutcome.Done("it is there");
  }

  private static StepOutcome remove(World world, StepContext context) {
    world.more.remove("a flag");
    return new StepOutcome.Done("it is gone");
  }

  /** The flag and its removal, in a plan that can be turned back. */
  private record Flagged(@Nullable StepCall undone, Deed add, Deed remove, boolean isPlanned)
      implements StepLaws {
    @Override
    public StepCatalogue steps(NodePool pool, World world) {
      return new StepCatalogue(
          List.of(
              new VerifyBmc(world.lanes(), Duration.ofSeconds(5)),
              new Bad(world, "flag", undone, add),
              new Bad(world, "unflag", null, remove)));
    }

    @Override
    public Plans plans(StepCatalogue steps) {
      return new Plans(isPlanned ? List.of(new FlagPlan()) : List.of(), steps);
    }
  }

  private record FlagPlan() implements Planner {
    @Override
    public Verb verb() {
      return Verb.CLEAN;
    }

    @Override
    public List<PlannedStep> steps(Map<String, String> arguments) {
      return List.of(
          PlannedStep.step("flag"), PlannedStep.step("verify_bmc"), PlannedStep.step("unflag"));
    }
  }

  private static final StepCall UNFLAG = StepCall.of("unflag");

  private static void passes(StepLaws laws, Function<StepLaws, Stream<DynamicTest>> law)
      throws Throwable {
    for (DynamicTest test : law.apply(laws).filter(BrokenStepsTest::isOurs).toList()) {
      test.getExecutable().execute();
    }
  }

  private static boolean isOurs(DynamicTest test) {
    return test.getDisplayName().contains("clean") || test.getDisplayName().contains("flag");
  }

  private static void breaks(
      StepLaws laws, Function<StepLaws, Stream<DynamicTest>> law, String words) {
    assertThatThrownBy(() -> passes(laws, law)).hasMessageContaining(words);
  }

  private static Flagged flagged(@Nullable StepCall undone, Deed add, Deed remove) {
    return new Flagged(undone, add, remove, true);
  }

  @Test
  void aGoodStepPasses() throws Throwable {
    StepLaws good = flagged(UNFLAG, BrokenStepsTest::add, BrokenStepsTest::remove);
    for (Function<StepLaws, Stream<DynamicTest>> law :
        List.<Function<StepLaws, Stream<DynamicTest>>>of(
            StepLaws::aStepStandsInAPlan,
            StepLaws::aStepRuns,
            StepLaws::aStepSaysWhatItLeaves,
            StepLaws::aStepRunTwiceEndsTheSame,
            StepLaws::aStepThatFailsLeavesACleanSlate,
            StepLaws::anUndoOfWhatNeverBeganDoesNoHarm,
            StepLaws::anotherProcessGoesOnWhenOneDiesInAStep,
            StepLaws::anotherProcessGoesOnWhenOneDiesAtAWrite,
            StepLaws::aTaskThatIsGivenUpInAStepLeavesACleanSlate,
            StepLaws::devicesThatDisobeyAreNotBelieved)) {
      passes(good, law);
    }
  }

  @Test
  void aStepThatNobodyPlansIsToldWhatToDo() {
    StepLaws laws = new Flagged(UNFLAG, BrokenStepsTest::add, BrokenStepsTest::remove, false);
    breaks(laws, StepLaws::aStepStandsInAPlan, "put it into the steps of a Planner");
  }

  @Test
  void aStepWithoutTheUndoThatItNeedsDoesNotPass() {
    StepLaws laws = flagged(null, BrokenStepsTest::add, BrokenStepsTest::remove);
    breaks(laws, StepLaws::aStepSaysWhatItLeaves, "let undo() name the call that does");
    breaks(laws, StepLaws::aStepThatFailsLeavesACleanSlate, "left behind");
    breaks(laws, StepLaws::aTaskThatIsGivenUpInAStepLeavesACleanSlate, "left behind");
  }

  @Test
  void aStepThatDoesMoreTheSecondTimeDoesNotPass() {
    Deed more =
        (world, context) -> {
          String flag = world.more.contains("a flag") ? "a second flag" : "a flag";
          world.more.add(flag);
          return new StepOutcome.Done("one more");
        };
    StepLaws laws = flagged(UNFLAG, more, BrokenStepsTest::remove);
    breaks(laws, StepLaws::aStepRunTwiceEndsTheSame, "a second flag");
    breaks(laws, StepLaws::anotherProcessGoesOnWhenOneDiesInAStep, "a second flag");
  }

  @Test
  void anUndoThatCannotBearThatNothingIsThereDoesNotPass() {
    Deed strict =
        (world, context) ->
            world.more.remove("a flag")
                ? new StepOutcome.Done("it is gone")
                : new StepOutcome.Failed("there is no flag");
    StepLaws laws = flagged(UNFLAG, BrokenStepsTest::add, strict);
    breaks(laws, StepLaws::anUndoOfWhatNeverBeganDoesNoHarm, "HELD");
    breaks(laws, StepLaws::aStepRunTwiceEndsTheSame, "outcome=HELD");
  }

  @Test
  void anUndoThatNeedsOneItselfDoesNotPass() {
    StepLaws laws = flagged(StepCall.of("flag"), BrokenStepsTest::add, BrokenStepsTest::remove);
    breaks(
        laws, StepLaws::aStepSaysWhatItLeaves, "what takes something back leaves nothing itself");
  }

  @Test
  void aStepThatDoesNotRunDoesNotPass() {
    Deed never = (world, context) -> new StepOutcome.Failed("no");
    StepLaws laws = flagged(UNFLAG, never, BrokenStepsTest::remove);
    breaks(laws, StepLaws::aStepRuns, "undisturbed");
  }
}
