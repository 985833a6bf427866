/** NETCONF over SSH (RFC 6241, RFC 6242): messages, their framing, and sessions. */
@NullMarked
package org.novabm.netswitch.junos.netconf;

import org.jspecify.annotations.NullMarked;
