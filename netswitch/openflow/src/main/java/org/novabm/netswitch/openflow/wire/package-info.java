/** OpenFlow connections: frames, the first greetings, requests and their answers. */
@NullMarked
package org.novabm.netswitch.openflow.wire;

import org.jspecify.annotations.NullMarked;
