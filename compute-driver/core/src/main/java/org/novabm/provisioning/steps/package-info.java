/**
 * The steps, one class each: what is done in a working state, and nothing about what comes next.
 */
@NullMarked
package org.novabm.provisioning.steps;

import org.jspecify.annotations.NullMarked;
