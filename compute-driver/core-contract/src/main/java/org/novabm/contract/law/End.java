package org.novabm.contract.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.contract.world.Outside;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.task.Standing.Outcome;

/**
 * How a journey ended.
 *
 * @param outcome of the task
 * @param instance what became of it; null where there is none
 * @param node where it is in its life
 * @param taken whether an instance is on the node
 * @param outside what the world looks like
 * @param told notices, in their order
 */
record End(
    Outcome outcome,
    @Nullable VmState instance,
    ProvisionState node,
    boolean taken,
    Outside outside,
    List<String> told) {}
