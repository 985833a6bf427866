/** Machines in memory, chosen by the name {@code fake}: the whole service runs on them. */
@NullMarked
package org.novabm.power.fake;

import org.jspecify.annotations.NullMarked;
