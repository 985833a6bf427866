/** Segments as flows: what a switch is to hold, what it holds, and the difference. */
@NullMarked
package org.novabm.netswitch.openflow.flows;

import org.jspecify.annotations.NullMarked;
