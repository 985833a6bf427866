package org.novabm.deploy.image;

/** Where a file or a directory lies in the image; 0 until the layout is made. */
final class IsoExtent {

  private int sector;
  private int bytes;

  IsoExtent(int bytes) {
    this.bytes = bytes;
  }

  int sector() {
    return sector;
  }

  int bytes() {
    return bytes;
  }

  void resize(int length) {
    bytes = length;
  }

  /** Puts it at a sector and answers the first sector after it. */
  int placeAt(int first) {
    sector = first;
    return first + IsoImage.sectors(bytes);
  }
}
