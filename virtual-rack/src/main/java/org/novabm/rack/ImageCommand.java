package org.novabm.rack;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.image.UserImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "image",
    description = "Build a tiny user image that boots with BIOS and UEFI and tells so.",
    sortOptions = false)
final class ImageCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "takes user.img, user.img.gz and user.sha256")
  private Path out = Path.of(".");

  @Option(
      names = "--size-mib",
      paramLabel = "MIB",
      defaultValue = "64",
      description = "40 to 4096 (default: ${DEFAULT-VALUE})")
  private int sizeMib;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "keeps the unpacked kernel package (default: OUT/cache)")
  private @Nullable Path cache;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path folder = out.toAbsolutePath().normalize();
    Path kernels = cache != null ? cache.toAbsolutePath() : folder.resolve("cache");
    new UserImage(sizeMib, kernels, line -> spec.commandLine().getOut().println(line))
        .build(folder);
    return 0;
  }
}
