package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ForeignProgramTest {

  @TempDir private Path folder;

  private static ForeignProgram shell(String script) {
    return new ForeignProgram("10.0.0.1", List.of("sh", "-c", script));
  }

  private static Deadline in(long millis) {
    return Deadline.in(Duration.ofMillis(millis));
  }

  @Test
  void itsAnswerAndItsComplaintsAreReadApart() {
    ForeignProgram.Ending ending = shell("echo one; echo two >&2; exit 3").run(in(10_000));
    assertThat(ending).isEqualTo(new ForeignProgram.Ending(3, "one\n", "two\n"));
    assertThat(ending.brief()).isEqualTo("two one");
    assertThat(shell("cat").run(in(10_000)).done()).as("it reads nothing").isTrue();
  }

  @Test
  void ofMuchTheFirst16KibAreKept() {
    ForeignProgram.Ending ending =
        shell("head -c 20000000 /dev/zero | tr '\\0' a; exit 7").run(in(20_000));
    assertThat(ending.status()).isEqualTo(7);
    assertThat(ending.text()).hasSize(16 << 10).matches("a+");
  }

  @Test
  void oneThatTalksWithoutEndIsEndedAndFillsNoFile() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long before = programFiles(temporary);
    long start = System.nanoTime();
    assertThatThrownBy(() -> shell("while :; do echo talktalktalktalk; done").run(in(1000)))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("no answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(programFiles(temporary)).isEqualTo(before);
  }

  private static long programFiles(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().startsWith("novabm-program")).count();
    }
  }

  @Test
  void whatItStartedIsEndedWithIt() throws Exception {
    Path number = folder.resolve("pid");
    assertThatThrownBy(
            () -> shell("sleep 300 & echo $! > '%s'; wait".formatted(number)).run(in(1500)))
        .isInstanceOf(BackendException.Unreachable.class);
    long child = Long.parseLong(Files.readString(number).strip());
    ProcessHandle.of(child)
        .ifPresent(
            it ->
                assertThat(it.onExit().orTimeout(10, TimeUnit.SECONDS))
                    .succeedsWithin(Duration.ofSeconds(10)));
  }

  @Test
  void aChildThatItLeavesBehindIsNotWaitedFor() {
    long start = System.nanoTime();
    assertThat(shell("sleep 8 & echo done").run(in(20_000)).text()).isEqualTo("done\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void oneThatIsNotThereIsToldSo() {
    assertThatThrownBy(
            () -> new ForeignProgram("10.0.0.1", List.of("/no/such/program")).run(in(1000)))
        .isInstanceOf(BackendException.Unsupported.class)
        .hasMessageContaining("is it installed?");
  }
}
