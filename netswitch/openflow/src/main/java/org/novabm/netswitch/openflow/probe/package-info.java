/** Frames sent in at a port to see where they go. */
@NullMarked
package org.novabm.netswitch.openflow.probe;

import org.jspecify.annotations.NullMarked;
