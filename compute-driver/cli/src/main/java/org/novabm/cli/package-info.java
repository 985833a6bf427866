/**
 * The operator's commands. They speak to the REST service, or to the database, and start no
 * container.
 */
@NullMarked
package org.novabm.cli;

import org.jspecify.annotations.NullMarked;
