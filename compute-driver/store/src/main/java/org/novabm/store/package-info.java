/**
 * The core's stores on the {@code nova_bm} database: one row class a table, changes by conditional
 * updates.
 */
@NullMarked
package org.novabm.store;

import org.jspecify.annotations.NullMarked;
