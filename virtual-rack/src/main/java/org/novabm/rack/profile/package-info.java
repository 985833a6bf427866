/** Kinds of devices as data: what each does its own way, and where that was learned. */
@NullMarked
package org.novabm.rack.profile;

import org.jspecify.annotations.NullMarked;
