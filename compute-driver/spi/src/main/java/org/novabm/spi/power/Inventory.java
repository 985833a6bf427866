package org.novabm.spi.power;

/**
 * What is written on a machine, as its device knows it; empty where it does not.
 *
 * @param manufacturer of the machine, else of its board
 * @param product name or model
 * @param part the manufacturer's part number
 * @param serial of the machine
 * @param boardSerial of its board
 * @param asset the owner's tag
 */
public record Inventory(
    String manufacturer,
    String product,
    String part,
    String serial,
    String boardSerial,
    String asset) {}
