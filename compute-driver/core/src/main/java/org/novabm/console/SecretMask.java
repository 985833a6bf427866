package org.novabm.console;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.spi.Secret;

/**
 * Hides what nobody should read later in a line of a machine's console: values that are called
 * passwords, tokens or secrets, passwords in addresses, private keys, and the passwords we know.
 * What a program says in words of its own cannot be known. One console's, in the order of its
 * lines.
 */
final class SecretMask {

  private static final String HIDDEN = "***";
  private static final int SHORTEST_KNOWN = 4;

  /** {@code name=value} and {@code name: value}; prompts have no value. */
  private static final Pattern CALLED_SO =
      Pattern.compile(
          "(?i)((?:password|passwd|passphrase|passwort|secret|token|api[_-]?key)[\"']?\\s*[=:]\\s*)[^\\s,;]+");

  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/:@]*:)[^\\s/@]+@");
  private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z ]*PRIVATE KEY-----");

  private final List<String> known;
  private boolean inKey;

  SecretMask(List<Secret> known) {
    this.known =
        known.stream()
            .map(Secret::reveal)
            .filter(secret -> secret.length() >= SHORTEST_KNOWN)
            .toList();
  }

  /** The line without its secrets; characters of control stay. */
  String masked(String line) {
    if (inKey) {
      inKey = !KEY_ENDS.matcher(line).find();
      return inKey ? HIDDEN + lineEnd(line) : line;
    }
    inKey = KEY_BEGINS.matcher(line).find() && !KEY_ENDS.matcher(line).find();
    String shown = line;
    for (String secret : known) {
      shown = shown.replace(secret, HIDDEN);
    }
    shown = CALLED_SO.matcher(shown).replaceAll(match -> hide(match.group(1)));
    return IN_ADDRESS.matcher(shown).replaceAll(match -> hide(match.group(1)) + "@");
  }

  private static String hide(String before) {
    return Matcher.quoteReplacement(before + HIDDEN);
  }

  private static String lineEnd(String line) {
    return line.substring(line.replaceFirst("[\r\n]+$", "").length());
  }
}
