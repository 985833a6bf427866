/**
 * The steps, one class each: what is done, what takes it back, and nothing about what comes before
 * or after.
 */
@NullMarked
package org.novabm.step;

import org.jspecify.annotations.NullMarked;
