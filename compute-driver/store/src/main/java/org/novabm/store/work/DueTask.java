package org.novabm.store.work;

import java.util.UUID;

/**
 * A task that is to be looked at.
 *
 * @param version of its wake-up; another one later says that it was woken meanwhile
 */
record DueTask(UUID id, long version) {}
