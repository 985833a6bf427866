package org.novabm.deploy.agent;

/**
 * Bytes of a disk.
 *
 * @param offset of the first one
 * @param length at least 1
 */
record DiskRange(long offset, long length) {

  /** As it stands in the answer to hello: {@code offset:length}. */
  @Override
  public String toString() {
    return offset + ":" + length;
  }

  static DiskRange parse(String text) {
    int colon = text.indexOf(':');
    return new DiskRange(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }
}
