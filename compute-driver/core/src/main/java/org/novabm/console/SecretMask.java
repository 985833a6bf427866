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
          "(?i)((?:password|passwd|passphrase|passwort|secret|token|api[_-]?key)[\"']?\\s*[=:]\\s*)"
              + "(?:\"[^\"]*\"|'[^']*'|[^\\s,;]+)");

  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/:@]*:)[^\\s/@]+@");
  private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z ]*PRIVATE KEY-----");

  /** ECMA-48: control sequences, strings such as a window's title, and single controls. */
  private static final Pattern CONTROLS =
      Pattern.compile(
          "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?"
              + "|\u001b[ -/]*[0-~]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]");

  /** An RSA key of 16,384 bits has 200 lines in PEM; the keys that are in use have 50 or fewer. */
  private static final int LONGEST_KEY = 100;

  private final List<String> known;
  private int keyLines;

  SecretMask(List<Secret> known) {
    this.known =
        known.stream()
            .map(Secret::reveal)
            .filter(secret -> secret.length() >= SHORTEST_KNOWN)
            .toList();
  }

  /**
   * The line without its secrets. Characters of control stay, except in a line with a secret: there
   * they may stand in its midst.
   */
  String masked(String line) {
    String plain = CONTROLS.matcher(line).replaceAll("");
    String shown = withoutSecrets(withoutKeys(plain));
    return shown.equals(plain) ? line : shown;
  }

  /** What stands between the begin and the end of a key is hidden, on one line or on several. */
  private String withoutKeys(String plain) {
    String text = plain.substring(0, plain.length() - lineEnd(plain).length());
    StringBuilder shown = new StringBuilder();
    Matcher marker = (keyLines > 0 ? KEY_ENDS : KEY_BEGINS).matcher(text);
    int from = 0;
    while (marker.find(from)) {
      append(shown, text.substring(from, marker.start()));
      shown.append(marker.group());
      keyLines = keyLines > 0 ? 0 : LONGEST_KEY + 1;
      from = marker.end();
      marker.usePattern(keyLines > 0 ? KEY_ENDS : KEY_BEGINS);
    }
    append(shown, text.substring(from));
    // a begin without an end, which any program can print, hides no more than a key would be long
    keyLines = Math.max(0, keyLines - 1);
    return shown.append(lineEnd(plain)).toString();
  }

  private void append(StringBuilder shown, String part) {
    shown.append(keyLines > 0 && !part.isBlank() ? HIDDEN : part);
  }

  private String withoutSecrets(String plain) {
    String shown = plain;
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
