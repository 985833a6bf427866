/** A message broker inside the process, for who has none: Apache Qpid Broker-J, on loopback. */
@NullMarked
package org.novabm.messaging.broker;

import org.jspecify.annotations.NullMarked;
