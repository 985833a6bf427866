package org.novabm.deploy.agent;

/**
 * A boot file's secret that somebody has.
 *
 * @param digest of the secret, as {@link OneTimeSecret} makes it
 * @param peer the address that fetched it
 */
record GivenSecret(String digest, String peer) {}
