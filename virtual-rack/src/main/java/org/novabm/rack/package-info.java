/** The QEMU rack: its plan, its record on disk, its life as a whole, and the command for it. */
@NullMarked
package org.novabm.rack;

import org.jspecify.annotations.NullMarked;
