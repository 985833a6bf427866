package org.novabm.deploy.image;

/** How the bytes of an image are stored. */
public enum Packing {
  /** As they go on the disk. */
  RAW,
  /** In gzip (RFC 1952), one member or several. */
  GZIP
}
