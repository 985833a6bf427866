package org.novabm.spi.power;

import java.util.List;

/**
 * What is written on a machine, as its device knows it; empty where it does not.
 *
 * @param manufacturer of the machine, else of its board
 * @param product name or model
 * @param part the manufacturer's part number
 * @param serial of the machine
 * @param boardSerial of its board
 * @param asset the owner's tag
 * @param remarks what of it could not be read, and why
 */
public record AssetData(
    String manufacturer,
    String product,
    String part,
    String serial,
    String boardSerial,
    String asset,
    List<String> remarks) {

  public AssetData {
    remarks = List.copyOf(remarks);
  }

  /** One that was read whole. */
  public AssetData(
      String manufacturer,
      String product,
      String part,
      String serial,
      String boardSerial,
      String asset) {
    this(manufacturer, product, part, serial, boardSerial, asset, List.of());
  }
}
