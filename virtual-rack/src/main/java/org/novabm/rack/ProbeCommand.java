package org.novabm.rack;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.image.KernelFinder;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.machine.AcceleratorProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "probe",
    description = "Boot a kernel to find out whether KVM works; prints kvm or tcg.")
final class ProbeCommand implements Callable<Integer> {

  @Option(
      names = "--kernel",
      paramLabel = "FILE",
      description = "kernel to boot (default: one of the cache, else of /boot)")
  private @Nullable Path kernel;

  @Option(names = "--cache", paramLabel = "DIR", description = "where unpacked kernel packages are")
  private @Nullable Path cache;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter reasons = spec.commandLine().getErr();
    Accelerator found = new AcceleratorProbe(reasons::println).probe(kernelToBoot());
    spec.commandLine().getOut().println(found.name().toLowerCase(Locale.ROOT));
    return 0;
  }

  private @Nullable Path kernelToBoot() {
    if (kernel != null) {
      return kernel;
    }
    Path cached = cache == null ? null : KernelFinder.cached(cache);
    return cached != null ? cached : KernelFinder.installed();
  }
}
