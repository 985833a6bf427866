package org.novabm.rest.v1;

/**
 * What a BMC answered to a command as it is.
 *
 * @param completion 0 for done
 * @param data in hexadecimal
 */
public record RawView(int completion, String data) {}
