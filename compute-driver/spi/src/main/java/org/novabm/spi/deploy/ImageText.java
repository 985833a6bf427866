package org.novabm.spi.deploy;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images' addresses as people may see them. An address may hold an account and its password, and a
 * signature in its query: whoever has those can fetch the image.
 */
public final class ImageText {

  /** Scheme, account, host with path, and what begins with {@code ?} or {@code #}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b((?:https?|ftps?|file|s3|swift|glance):/*)([^\\s/?#]*@)?([^\\s?#\"'<>]*)"
              + "([?#][^\\s\"'<>]*)?");

  private ImageText() {}

  /** An image's reference without account, password and query. */
  public static String of(String reference) {
    return reference
        .replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:/*)[^/?#]*@", "$1")
        .replaceFirst("(?s)[?#].*$", "");
  }

  /**
   * Any text, with {@code ***} in place of accounts and queries of all addresses in it. Notes,
   * reasons and log lines are made of texts by others, who may have put an address into them.
   */
  public static String hidden(String text) {
    return ADDRESS.matcher(text).replaceAll(ImageText::hidden);
  }

  private static String hidden(MatchResult address) {
    String account = address.group(2) == null ? "" : "***@";
    String query = address.group(4) == null ? "" : address.group(4).charAt(0) + "***";
    return Matcher.quoteReplacement(address.group(1) + account + address.group(3) + query);
  }
}
