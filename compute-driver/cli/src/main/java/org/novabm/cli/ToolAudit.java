package org.novabm.cli;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail of what a tool changes in the database itself, where no service could write it down: by
 * the same logger as the service's trail. A tool has it on standard error unless its logging is
 * configured otherwise.
 */
final class ToolAudit {

  private static final Logger log = LoggerFactory.getLogger("org.novabm.audit");
  private static final int LONGEST = 200;

  private ToolAudit() {}

  /**
   * Somebody changed something by this tool, or tried to.
   *
   * @param call the command with its host
   * @param outcome one word
   */
  static void change(Map<String, String> environment, String call, String outcome) {
    String user = environment.getOrDefault("SUDO_USER", System.getProperty("user.name", "-"));
    log.info(
        "change by=nova-baremetal-manage user={} call=\"{}\" outcome={}",
        plain(user).replace(' ', '?'),
        plain(call),
        outcome);
  }

  /** One line, of printable characters that cannot be taken for another field. */
  private static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return cut.replaceAll("[^ !#-~]", "?");
  }
}
