/** A real Open vSwitch whose ports are dummies, for tests and benchmarks without rights. */
@NullMarked
package org.novabm.rack.openvswitch;

import org.jspecify.annotations.NullMarked;
