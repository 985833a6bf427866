package org.novabm.rack;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.novabm.rack.process.Narrator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command about a rack has: the rack's folder, and somebody to talk to. */
final class RackOption {

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "the rack's folder")
  private Path dir = Path.of(".");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  Path dir() {
    return dir;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Prints each line at once: somebody watches. */
  Narrator narrator() {
    PrintWriter out = out();
    return line -> {
      out.println(line);
      out.flush();
    };
  }

  /** Opens the rack; what it does is told on standard output. */
  Rack open() {
    return Rack.open(dir, narrator());
  }
}
