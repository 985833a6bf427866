package org.novabm.spi.power;

/**
 * A boot device and how it is meant.
 *
 * @param device where to boot from
 * @param persistent for all boots to come, or for the next one only
 * @param firmware the firmware that is to be told
 */
public record BootSelection(BootDevice device, boolean persistent, Firmware firmware) {}
