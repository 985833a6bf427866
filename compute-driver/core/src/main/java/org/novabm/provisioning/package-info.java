/** The way of a node from free to active and back: states, steps, and the loop that runs them. */
@NullMarked
package org.novabm.provisioning;

import org.jspecify.annotations.NullMarked;
