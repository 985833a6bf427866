/** The rack's network: a namespace, a private Open vSwitch in it, and a DHCP server per leg. */
@NullMarked
package org.novabm.rack.network;

import org.jspecify.annotations.NullMarked;
