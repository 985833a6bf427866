package org.novabm.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.app.bounds.HeapBudget;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.settings.Settings;

/** The bounds of a service whose nova.conf says nothing about them. */
class BoundsPageTest {

  private static final String BEGIN = "<!-- bounds -->\n";
  private static final String END = "<!-- end of bounds -->\n";
  private static final String REWRITE =
      "./mvnw -pl compute-driver/app -am test -Dtest=BoundsPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dnovabm.rewrite";

  /** What -Xmx256m leaves of it with the serial collector, which keeps a part to itself. */
  private static final long DEFAULT_HEAP = 247L << 20;

  @TempDir private Path folder;

  private HeapBudget budget() {
    Settings settings =
        Settings.from(
            List.of(NovaConfFile.parse("nova.conf", "[DEFAULT]\nstate_path = " + folder + "\n")));
    InstalledBackends backends =
        InstalledBackends.load(
            settings.novabm().pluginDir(),
            settings.baremetal().powerManager(),
            settings.baremetal().networkmgrDriver(),
            settings.backends()::power,
            settings.backends()::netswitch);
    EnabledDeployers deployers =
        EnabledDeployers.of(backends, settings.baremetal().deployer(), List.of());
    return new HeapBudget(
        new ComputeApplication().heapBudget(backends, deployers, settings).bounds(), DEFAULT_HEAP);
  }

  @Test
  void theDefaultsFitIntoAQuarterOfTheDefaultHeap() {
    HeapBudget budget = budget();
    assertThat(budget.required().bytes()).isPositive();
    assertThat(budget.bounds()).allSatisfy(bound -> assertThat(bound.bytes()).isPositive());
  }

  @Test
  void thePageHasThem() throws IOException {
    Path page = Path.of(System.getProperty("novabm.checkout"), "docs", "operations.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table = budget().table();
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(page, text.substring(0, begin) + table + text.substring(end));
      text = Files.readString(page);
      end = text.indexOf(END);
    }
    assertThat(text.substring(begin, end)).as("write it anew with: " + REWRITE).isEqualTo(table);
  }
}
