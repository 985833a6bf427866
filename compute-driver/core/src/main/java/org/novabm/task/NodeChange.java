package org.novabm.task;

import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.TaskState;

/**
 * What is written to a node together with its task.
 *
 * @param node row number
 * @param state where it is now
 * @param word for tools of old; null to leave theirs as it is
 */
public record NodeChange(long node, ProvisionState state, @Nullable TaskState word) {}
