package org.novabm.conf.settings;

import java.util.Set;
import java.util.regex.Pattern;
import org.novabm.conf.Assignment;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.OptionName;

/**
 * Finds our database where the old documents have it and where a hand slips: among the options of
 * Nova's own database. It is told apart by its name, nova_bm.
 */
final class OwnDatabase {

  /** Where releases had the address of Nova's own database. */
  static final Set<OptionName> NOVAS =
      Set.of(
          new OptionName(OptionName.DEFAULT, "sql_connection"),
          new OptionName("sql", "connection"),
          new OptionName("database", "connection"),
          new OptionName("database", "sql_connection"));

  private static final OptionName OURS =
      new OptionName(OptionName.DEFAULT, "baremetal_sql_connection");

  private static final Pattern NAME = Pattern.compile(".*/nova_bm([?;].*)?", Pattern.DOTALL);

  private OwnDatabase() {}

  /** The file with our database where it is read; {@code [baremetal]} of the same file wins. */
  static NovaConfFile moved(NovaConfFile file) {
    return new NovaConfFile(
        file.name(), file.assignments().stream().map(OwnDatabase::moved).toList());
  }

  private static Assignment moved(Assignment assignment) {
    return NOVAS.contains(assignment.name()) && NAME.matcher(assignment.value()).matches()
        ? new Assignment(OURS, assignment.value(), assignment.origin())
        : assignment;
  }
}
