/**
 * The devices behind their managers: order, budget and circuit breaker of each, and who looks at
 * their power.
 */
@NullMarked
package org.novabm.device;

import org.jspecify.annotations.NullMarked;
