/** Junos switches over NETCONF: a confirmed commit, a look at what forwards, a confirmation. */
@NullMarked
package org.novabm.netswitch.junos;

import org.jspecify.annotations.NullMarked;
