package org.novabm.messaging.wire;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a message nobody could read, for the log: cut, and every word masked but names
 * (what stands before a colon) and the values of the framing's own names. So the sender can be
 * told, and no secret shows.
 */
public final class Excerpt {

  private static final int LENGTH = 200;
  private static final int LONGEST_NAME = 40;
  private static final Set<String> SHOWN = Set.of("method", "namespace", "version", "oslo.version");
  private static final Pattern WORD =
      Pattern.compile("([^\\s\"'\\\\{}\\[\\],:;=&]+)(\\\\*[\"']?\\s*:)?");

  private Excerpt() {}

  public static String of(byte[] body) {
    String start =
        new String(body, 0, Math.min(body.length, LENGTH), StandardCharsets.UTF_8)
            .replaceAll("[\\p{Cntrl}\\uFFFD]+", " ");
    String[] name = {""};
    String masked = WORD.matcher(start).replaceAll(word -> masked(word, name));
    return body.length > LENGTH ? masked + "..." : masked;
  }

  private static String masked(MatchResult word, String[] name) {
    boolean named = word.group(2) != null && word.group(1).length() <= LONGEST_NAME;
    boolean shown = named || SHOWN.contains(name[0]);
    name[0] = named ? word.group(1) : "";
    String text = shown ? word.group() : "***" + (word.group(2) == null ? "" : word.group(2));
    return Matcher.quoteReplacement(text);
  }
}
