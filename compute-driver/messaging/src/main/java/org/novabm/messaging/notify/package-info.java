/** Notices out of the outbox, published as Nova's notifications. */
@NullMarked
package org.novabm.messaging.notify;

import org.jspecify.annotations.NullMarked;
