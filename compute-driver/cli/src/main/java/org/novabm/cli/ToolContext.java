package org.novabm.cli;

import java.util.Map;
import org.novabm.conf.ConfigSearch;

/**
 * What a command gets from the process it runs in.
 *
 * @param terminal where it reads and writes
 * @param environment the variables
 * @param search where configuration files are looked for when none is named
 */
record ToolContext(Terminal terminal, Map<String, String> environment, ConfigSearch search) {

  static ToolContext system() {
    Map<String, String> environment = System.getenv();
    // the tools speak to nova-compute, so they read its files
    return new ToolContext(
        Terminal.system(environment), environment, ConfigSearch.of("nova-compute"));
  }
}
