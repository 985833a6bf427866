package org.novabm.rack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

  @TempDir private Path folder;

  @Test
  void answersWhatTheProgramPrints() {
    assertThat(Program.of("cat").reading("one\ntwo\n").output()).isEqualTo("one\ntwo\n");
  }

  @Test
  void runsInItsFolderWithItsVariables() {
    Program program = Program.of("sh", "-c", "pwd; echo $COLOUR").in(folder);
    assertThat(program.with(Map.of("COLOUR", "red")).output()).isEqualTo(folder + "\nred\n");
  }

  @Test
  void aFailureTellsStatusAndLastLines() {
    Program program = Program.of("sh", "-c", "for n in 1 2 3 4; do echo line$n >&2; done; exit 9");
    assertThatThrownBy(program::output)
        .isInstanceOf(RackException.class)
        .hasMessageContaining("status 9: line2 / line3 / line4");
  }

  @Test
  void aSlowOneIsKilled() {
    Program program = Program.of("sleep", "1000").within(Duration.ofMillis(200));
    assertThatThrownBy(program::output)
        .isInstanceOf(RackException.TimedOut.class)
        .hasMessageContaining("sleep 1000");
    assertThat(ProcessHandle.current().children().filter(one -> one.info().command().isPresent()))
        .noneMatch(one -> one.info().command().orElseThrow().endsWith("/sleep"));
  }

  @Test
  void oneThatIsNotThereIsNamed() {
    assertThatThrownBy(Program.of("no-such-program")::output)
        .isInstanceOf(RackException.class)
        .hasMessageContaining("cannot run 'no-such-program'");
  }

  @Test
  void noShellReadsTheArguments() {
    assertThat(Program.of("echo", "$HOME; `id`").output()).isEqualTo("$HOME; `id`\n");
  }
}
