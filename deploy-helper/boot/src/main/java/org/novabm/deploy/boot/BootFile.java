package org.novabm.deploy.boot;

import java.util.regex.Pattern;

/**
 * Where a boot program finds a kernel or a ramdisk.
 *
 * @param location a URL (http, https, tftp) or a path, absolute or relative to the file that names
 *     it; 1 to 1024 letters, digits and {@code . _ , : / = @ % + ~ ? & [ ] -}, a letter, digit or
 *     slash first, and not ending in a slash
 */
public record BootFile(String location) {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9/][A-Za-z0-9._,:/=@%+~?&\\[\\]-]{0,1023}");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern KNOWN_SCHEME = Pattern.compile("(https?|tftp)://[^/]");
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * @throws IllegalArgumentException when the location is of another form
   */
  public BootFile {
    if (!FORM.matcher(location).matches()) {
      throw new IllegalArgumentException(
          "'" + printable(location) + "' is not a boot file's URL or path");
    }
    if (SCHEME.matcher(location).lookingAt() && !KNOWN_SCHEME.matcher(location).lookingAt()) {
      throw new IllegalArgumentException(
          "'" + location + "' is not an http, https or tftp URL of a boot file");
    }
    if (!FILE_NAME.matcher(nameIn(location)).matches()) {
      throw new IllegalArgumentException(
          "'" + location + "' does not end with a file name of letters, digits and . _ -");
    }
  }

  /** The last part of the path, without a query. */
  public String fileName() {
    return nameIn(location);
  }

  private static String nameIn(String location) {
    int query = location.indexOf('?');
    String path = query < 0 ? location : location.substring(0, query);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String printable(String text) {
    return text.substring(0, Math.min(text.length(), 100)).replaceAll("[^ -~]", "?");
  }
}
