/** The rack's machines: QEMU, and in front of each a BMC by OpenIPMI's ipmi_sim. */
@NullMarked
package org.novabm.rack.machine;

import org.jspecify.annotations.NullMarked;
