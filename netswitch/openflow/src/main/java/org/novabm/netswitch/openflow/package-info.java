/**
 * OpenFlow switches: a controller that installs segments as flows and proves that they are there.
 */
@NullMarked
package org.novabm.netswitch.openflow;

import org.jspecify.annotations.NullMarked;
