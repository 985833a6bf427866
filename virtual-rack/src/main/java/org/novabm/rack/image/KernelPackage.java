package org.novabm.rack.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;

/**
 * Debian's kernel for virtual machines, unpacked and not installed.
 *
 * @param folder the unpacked package
 * @param version what {@code uname -r} would print
 */
record KernelPackage(Path folder, String version) {

  static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement("apt-get", "apt"),
          new Requirement("dpkg", "dpkg"),
          new Requirement("depmod", "kmod"));

  private static final String META = "linux-image-cloud-amd64";
  private static final Pattern DEPENDENCY = Pattern.compile("Depends: (linux-image-[0-9][^\\s]*)");
  private static final Duration DOWNLOAD = Duration.ofMinutes(20);

  Path image() {
    return folder.resolve("boot/vmlinuz-" + version);
  }

  /**
   * The current one, from the cache or else downloaded into it.
   *
   * @throws RackException when it is neither cached nor to be had
   */
  static KernelPackage fetch(Path cache, Narrator narrator) {
    String name = currentName();
    Path folder = cache.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        narrator.say("downloading " + name + " into " + cache);
        Files.createDirectories(cache);
        unpack(name, folder);
      }
      KernelPackage kernel = new KernelPackage(folder, versionIn(folder));
      kernel.indexModules();
      return kernel;
    } catch (IOException e) {
      throw new RackException("cannot unpack " + name + " into " + cache, e);
    }
  }

  private static String currentName() {
    Matcher found = DEPENDENCY.matcher(Program.of("apt-cache", "depends", META).output());
    if (!found.find()) {
      throw new RackException("apt knows no kernel behind %s; try: apt-get update".formatted(META));
    }
    return found.group(1);
  }

  /** Beside the cache's folder and then renamed: two builders may do this at the same time. */
  private static void unpack(String name, Path folder) throws IOException {
    Path work = Files.createTempDirectory(folder.getParent(), ".unpacking-");
    try {
      Program.of("apt-get", "download", "-q", name).in(work).within(DOWNLOAD).output();
      Path tree = Files.createDirectory(work.resolve("tree"));
      Program.of("dpkg", "-x", downloaded(work).toString(), tree.toString()).output();
      if (!Files.isDirectory(folder)) {
        Files.move(tree, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Scratch.delete(work);
    }
  }

  private static Path downloaded(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(() -> new RackException("apt-get downloaded nothing into " + work));
    }
  }

  private static String versionIn(Path folder) throws IOException {
    try (Stream<Path> versions = Files.list(folder.resolve("lib/modules"))) {
      return versions
          .map(path -> path.getFileName().toString())
          .findFirst()
          .orElseThrow(() -> new RackException("no modules in the kernel package " + folder));
    }
  }

  /** The package leaves this to its installation. */
  private void indexModules() {
    if (!Files.exists(folder.resolve("lib/modules/" + version + "/modules.dep"))) {
      Program.of("depmod", "-b", folder.toString(), version).output();
    }
  }

  /** The files of a module and of what it needs, in the order to load them; none if built in. */
  List<Path> moduleFiles(String module) {
    Program.Ending ending =
        Program.of("modprobe", "-d", folder.toString(), "-S", version, "--show-depends", module)
            .run();
    return ending
        .output()
        .lines()
        .filter(line -> line.startsWith("insmod "))
        .map(line -> Path.of(line.substring("insmod ".length()).strip()))
        .toList();
  }
}
