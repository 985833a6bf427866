package org.novabm.netswitch.openflow.wire;

import java.util.concurrent.ScheduledExecutorService;
import org.novabm.spi.ByteBudget;

/**
 * What all connections share.
 *
 * @param answers heap for what switches answer
 * @param ports heap for the names of their ports
 * @param clock hangs up on those that are late
 */
record Wires(ByteBudget answers, ByteBudget ports, ScheduledExecutorService clock) {}
