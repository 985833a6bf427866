package org.novabm.api;

/**
 * Which service answers.
 *
 * @param host the {@code host} of nova.conf; nodes belong to it unless they say otherwise
 * @param version of the product
 */
public record ServiceIdentity(String host, String version) {}
