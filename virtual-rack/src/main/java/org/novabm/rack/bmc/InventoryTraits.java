package org.novabm.rack.bmc;

import org.novabm.rack.profile.Traits;

/**
 * What is wrong with the inventory.
 *
 * @param product its product area
 * @param piece most bytes in one answer
 */
record InventoryTraits(Area product, int piece) {

  enum Area {
    SOUND,
    /** It claims to be longer than the device. */
    LONG,
    /** It claims to have no bytes. */
    EMPTY,
    WRONG_SUM
  }

  static InventoryTraits of(Traits traits) {
    return new InventoryTraits(traits.one(Area.class, "product-area"), traits.number("piece"));
  }
}
