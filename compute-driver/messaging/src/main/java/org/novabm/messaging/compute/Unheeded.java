package org.novabm.messaging.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.novabm.messaging.wire.NovaObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a Nova request asks for and no machine here gets. What would make another machine of it than
 * the tenant wanted is refused; the rest is said in the log, and what changes what boots aloud.
 */
final class Unheeded {

  private static final Logger log = LoggerFactory.getLogger(Unheeded.class);

  private static final int LONGEST = 255;

  /** The deploy ramdisk is built for these. */
  private static final Set<String> ARCHITECTURES =
      Set.of("x86_64", "amd64", "x86-64", "x64", "i386", "i686");

  private static final Set<String> ARCHITECTURE_KEYS =
      Set.of("cpu_arch", "capabilities:cpu_arch", "hw:cpu_arch");

  private Unheeded() {}

  static void check(UUID uuid, Fields args, Fields instance) throws UnusableValueException {
    List<String> asked = new ArrayList<>();
    addKernel(instance, "kernel_id", asked);
    addKernel(instance, "ramdisk_id", asked);
    for (Map.Entry<String, String> key : FlavorReader.extraSpecs(args, instance).entrySet()) {
      if (ARCHITECTURE_KEYS.contains(key.getKey())) {
        requireArchitecture(key.getValue());
      } else if (key.getKey().matches("(baremetal|capabilities):?.*deploy_(kernel|ramdisk)_id")) {
        asked.add(key.getKey() + " of the flavor (the one of nova.conf is booted)");
      }
    }
    ArrayNode files = NovaObject.items(args.get("injected_files"));
    if (files != null && !files.isEmpty()) {
      asked.add(files.size() + " injected files (send user data instead)");
    }
    if (!asked.isEmpty()) {
      log.warn("instance {}: its request asks for what is not supported here: {}", uuid, asked);
    }
    tellPassword(uuid, args);
  }

  /** Nova makes one up for each instance, so that it says nothing of what the tenant wanted. */
  private static void tellPassword(UUID uuid, Fields args) throws UnusableValueException {
    if (isSet(args, "admin_password") || isSet(args, "new_pass")) {
      log.info(
          "instance {}: the administrator's password of its request is not set; a key or user data is",
          uuid);
    }
  }

  private static boolean isSet(Fields args, String name) throws UnusableValueException {
    String text = args.text(name, LONGEST);
    return text != null && !text.isEmpty();
  }

  /** An image of a partition boots with a kernel from elsewhere; a whole disk has its own. */
  private static void addKernel(Fields instance, String name, List<String> asked)
      throws UnusableValueException {
    String id = instance.text(name, LONGEST);
    if (id != null && !id.isEmpty()) {
      asked.add(name + " " + id + " (the image is written as that of a whole disk)");
    }
  }

  /** Flavors may write an operator before the word. */
  private static void requireArchitecture(String wanted) throws UnusableValueException {
    String word = wanted.replaceFirst("^(s?==|<in>|<or>|=)\\s*", "").strip();
    if (!ARCHITECTURES.contains(word.toLowerCase(Locale.ROOT))) {
      throw new UnusableValueException(
          "flavor.extra_specs.cpu_arch", "'" + wanted + "': the machines here are x86_64");
    }
  }
}
