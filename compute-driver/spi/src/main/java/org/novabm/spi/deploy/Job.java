package org.novabm.spi.deploy;

/**
 * An order and how far its deployer is with it.
 *
 * @param order what to do
 * @param state what the deployer wrote last
 * @param version counts the writes; for {@link JobBook#update}
 */
public record Job(DeployOrder order, JobState state, long version) {}
