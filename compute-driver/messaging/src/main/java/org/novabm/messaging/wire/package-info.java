/**
 * Bytes to requests and replies to bytes, as oslo.messaging of every release writes and reads them;
 * no I/O.
 */
@NullMarked
package org.novabm.messaging.wire;

import org.jspecify.annotations.NullMarked;
