package org.novabm.rest.v1;

import org.jspecify.annotations.Nullable;

/**
 * A compute host, who acts for it, and what it has to do.
 *
 * @param state {@code up}: a process acts for it; {@code silent}: one did, and said nothing for
 *     longer than its lease; {@code stopped}: it left; {@code unknown}: it owns nodes, and never
 *     said anything
 * @param seen its last sign of life, by the clock of its machine
 * @param since when its process began to act
 * @param nodes that it owns now
 * @param away nodes of its own that another host took over
 * @param tasks that are under way
 * @param pid of its process
 * @param release of its program
 * @param drained why it takes no new instances; null when it takes them
 */
public record ServiceView(
    String host,
    String state,
    @Nullable String seen,
    @Nullable String since,
    long nodes,
    long away,
    long tasks,
    @Nullable Long pid,
    @Nullable String release,
    @Nullable String drained) {}
