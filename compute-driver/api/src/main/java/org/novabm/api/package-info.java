/**
 * The REST service: what it needs from its surroundings, and the configuration that brings it up.
 */
@NullMarked
package org.novabm.api;

import org.jspecify.annotations.NullMarked;
