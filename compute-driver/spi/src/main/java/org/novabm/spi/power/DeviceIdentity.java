package org.novabm.spi.power;

/**
 * What a BMC says it is (IPMI 2.0, section 20.1).
 *
 * @param manufacturer IANA enterprise number
 * @param product the manufacturer's product number
 * @param firmware firmware revision as {@code major.minor}
 */
public record DeviceIdentity(int manufacturer, int product, String firmware) {}
