/** Queues, consumers, dispatch and replies: a server and a caller of oslo.messaging RPC. */
@NullMarked
package org.novabm.messaging.rpc;

import org.jspecify.annotations.NullMarked;
