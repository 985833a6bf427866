/**
 * A simulated Junos switch: NETCONF over SSH, a candidate, and ports that follow what is committed.
 */
@NullMarked
package org.novabm.rack.junos;

import org.jspecify.annotations.NullMarked;
