package org.novabm.conf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several files seen as one. A later file wins over an earlier one; in one file an option's own
 * name wins over its former names; of a repeated key the last value counts, or all of them for an
 * option that takes many.
 */
public final class NovaConf {

  private final List<NovaConfFile> files;
  private final Map<OptionName, DeclaredOption> declared = new LinkedHashMap<>();
  private final Substitution substitution = new Substitution(this::last);

  /**
   * A view of files.
   *
   * @param files in the order they were given
   * @param declared the options with former names or defaults; others are found by their own name
   */
  public NovaConf(List<NovaConfFile> files, Collection<DeclaredOption> declared) {
    this.files = List.copyOf(files);
    declared.forEach(option -> this.declared.put(option.name(), option));
  }

  /** What counts for an option; null when no file sets it and it has no default. */
  public @Nullable Reading find(OptionName name) {
    Assignment found = last(name);
    return found == null ? null : reading(name, found);
  }

  /** What is left out of the files, even when a file has it. */
  public Reading byDefault(OptionName name) {
    DeclaredOption option = declared.get(name);
    if (option == null) {
      throw new IllegalArgumentException(name + " is not declared");
    }
    return reading(name, new Assignment(name, option.byDefault(), Origin.BUILT_IN));
  }

  /**
   * All values of an option that may be repeated, earliest first; its default is not among them.
   */
  public List<Reading> findAll(OptionName name) {
    List<Reading> found = new ArrayList<>();
    for (NovaConfFile file : files) {
      for (OptionName each : names(name).reversed()) {
        file.assignments().stream()
            .filter(assignment -> assignment.name().equals(each))
            .forEach(assignment -> found.add(reading(name, assignment)));
      }
    }
    return List.copyOf(found);
  }

  /** Every assignment of every file, earliest first. */
  public Stream<Assignment> assignments() {
    return files.stream().flatMap(file -> file.assignments().stream());
  }

  private Reading reading(OptionName name, Assignment assignment) {
    return new Reading(name, substitution.replaceIn(name, assignment), assignment.origin());
  }

  private List<OptionName> names(OptionName name) {
    DeclaredOption option = declared.get(name);
    return option == null
        ? List.of(name)
        : Stream.concat(Stream.of(name), option.formerNames().stream()).toList();
  }

  private @Nullable Assignment last(OptionName name) {
    for (NovaConfFile file : files.reversed()) {
      for (OptionName each : names(name)) {
        for (Assignment assignment : file.assignments().reversed()) {
          if (assignment.name().equals(each)) {
            return assignment;
          }
        }
      }
    }
    DeclaredOption option = declared.get(name);
    return option == null ? null : new Assignment(name, option.byDefault(), Origin.BUILT_IN);
  }
}
