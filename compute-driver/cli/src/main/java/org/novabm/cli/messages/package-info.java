/**
 * A scheduler's part for people: the messages that spawn and destroy, sent over AMQP, and their
 * outcome followed.
 */
@NullMarked
package org.novabm.cli.messages;

import org.jspecify.annotations.NullMarked;
