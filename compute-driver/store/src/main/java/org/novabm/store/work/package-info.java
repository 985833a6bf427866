/**
 * Durable wake-ups: which task is to be looked at when, and the loop that does it, on db-scheduler.
 */
@NullMarked
package org.novabm.store.work;

import org.jspecify.annotations.NullMarked;
