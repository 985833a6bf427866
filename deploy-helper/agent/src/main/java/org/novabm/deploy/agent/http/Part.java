package org.novabm.deploy.agent.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a content a request wants.
 *
 * @param status 200 whole, 206 a range, 304 nothing since the caller has it, 416 a range that is
 *     not there
 * @param from offset of the first byte
 * @param to offset behind the last byte
 */
record Part(int status, long from, long to) {

  private static final Pattern ONE_RANGE =
      Pattern.compile("bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", Pattern.CASE_INSENSITIVE);

  /**
   * Reads the headers of a request.
   *
   * <p>RFC 9110: {@code If-None-Match} (13.1.2) before {@code If-Range} (13.1.5) before {@code
   * Range} (14.2). Several ranges, other units and what cannot be read are answered whole, as
   * section 14.2 allows.
   */
  static Part of(Asked asked, String etag, long length) {
    if (lists(asked.header("if-none-match"), etag)) {
      return new Part(304, 0, 0);
    }
    String unchanged = asked.header("if-range");
    Matcher range = ONE_RANGE.matcher(asked.header("range"));
    boolean whole =
        !asked.method().equals("GET")
            || !range.matches()
            || !(unchanged.isEmpty() || unchanged.strip().equals(etag));
    return whole ? new Part(200, 0, length) : range(range.group(1), range.group(2), length);
  }

  /** Weak comparison: what W/ stands before is the same for this purpose (RFC 9110, 8.8.3.2). */
  private static boolean lists(String tags, String etag) {
    for (String tag : tags.split(",", -1)) {
      String one = tag.strip();
      if (one.equals("*") || one.equals(etag) || one.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }

  private static Part range(String first, String last, long length) {
    if (first.isEmpty() && last.isEmpty()) {
      return new Part(200, 0, length);
    }
    if (first.isEmpty()) {
      long suffix = Math.min(Long.parseLong(last), length);
      return suffix == 0 ? new Part(416, 0, 0) : new Part(206, length - suffix, length);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? length : Math.min(Long.parseLong(last) + 1, length);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      // not a range at all, section 14.1.1
      return new Part(200, 0, length);
    }
    return from >= length ? new Part(416, 0, 0) : new Part(206, from, to);
  }

  long bytes() {
    return to - from;
  }
}
