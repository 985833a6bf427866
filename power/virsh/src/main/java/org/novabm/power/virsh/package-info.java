/** Power of libvirt's virtual machines, for labs. */
@NullMarked
package org.novabm.power.virsh;

import org.jspecify.annotations.NullMarked;
