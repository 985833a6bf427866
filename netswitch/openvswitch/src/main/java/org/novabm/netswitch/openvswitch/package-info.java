/** Open vSwitch: ports are moved by their VLAN settings in the switch's own database. */
@NullMarked
package org.novabm.netswitch.openvswitch;

import org.jspecify.annotations.NullMarked;
