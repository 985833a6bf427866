/** JSON-RPC as ovsdb-server and ovs-vswitchd speak it (RFC 7047, section 4): bytes and calls. */
@NullMarked
package org.novabm.netswitch.openvswitch.ovsdb;

import org.jspecify.annotations.NullMarked;
