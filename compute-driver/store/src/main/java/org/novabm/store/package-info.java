/**
 * The core's stores on the {@code nova_bm} database. The pool and what belongs to it is mapped by
 * JPA, one row class a table; tasks, instances and timelines are written in plain SQL. Changes are
 * conditional updates.
 */
@NullMarked
package org.novabm.store;

import org.jspecify.annotations.NullMarked;
