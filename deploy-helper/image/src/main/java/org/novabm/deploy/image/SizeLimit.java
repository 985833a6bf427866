package org.novabm.deploy.image;

/**
 * What an image may have at most.
 *
 * @param bytes stored or unpacked
 * @param who says so, up to the verb
 */
record SizeLimit(long bytes, String who) {

  @Override
  public String toString() {
    return who + " " + Size.text(bytes);
  }
}
