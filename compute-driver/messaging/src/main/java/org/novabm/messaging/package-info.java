/** What the service says and hears on AMQP, in the words of oslo.messaging. */
@NullMarked
package org.novabm.messaging;

import org.jspecify.annotations.NullMarked;
