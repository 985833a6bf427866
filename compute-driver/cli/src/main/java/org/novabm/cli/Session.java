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
record Session(Terminal terminal, Map<String, String> environment, ConfigSearch search) {

  static Session system() {
    Map<String, String> environment = System.getenv();
    // the tools speak to nova-compute, so they read its files
    return new Session(Terminal.system(environment), environment, ConfigSearch.of("nova-compute"));
  }
}
