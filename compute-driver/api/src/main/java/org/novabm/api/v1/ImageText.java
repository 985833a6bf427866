package org.novabm.api.v1;

/**
 * An image's reference without what may be a secret in it: account and password, and the query of a
 * signed address.
 */
final class ImageText {

  private ImageText() {}

  static String of(String reference) {
    return reference
        .replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@", "$1")
        .replaceFirst("[?#].*$", "");
  }
}
