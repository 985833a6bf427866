/** Durable wake-ups: which task is to be looked at when, and the loop that does it. */
@NullMarked
package org.novabm.store.work;

import org.jspecify.annotations.NullMarked;
