/** The operations of a Nova-style compute driver: spawn, destroy, reboot, start, stop. */
@NullMarked
package org.novabm.driver;

import org.jspecify.annotations.NullMarked;
