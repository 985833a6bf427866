/**
 * Switches of any make by the bridge MIBs: membership as bits of port lists, written and read back.
 */
@NullMarked
package org.novabm.netswitch.snmp;

import org.jspecify.annotations.NullMarked;
