/**
 * The core's stores in memory, which keep the promises that the database's keep: they run the same
 * contracts. Nothing outlives the process.
 */
@NullMarked
package org.novabm.memory;

import org.jspecify.annotations.NullMarked;
