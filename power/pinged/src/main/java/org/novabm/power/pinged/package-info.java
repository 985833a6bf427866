/** Machines without a BMC: on is who answers a ping. Switched by a packet, or by a program. */
@NullMarked
package org.novabm.power.pinged;

import org.jspecify.annotations.NullMarked;
