package org.novabm.rack.machine;

/** What the firmware tries first. */
public enum BootOrder {
  NETWORK("pxe", 1),
  DISK("disk", 3);

  private final String word;
  private final int cardIndex;

  BootOrder(String word, int cardIndex) {
    this.word = word;
    this.cardIndex = cardIndex;
  }

  /** As the hook script writes it. */
  public String word() {
    return word;
  }

  /** QEMU's boot index of the network card; the disk's is 2. */
  int cardIndex() {
    return cardIndex;
  }
}
