/** The plans, one class a verb: a list of steps that can be read aloud. */
@NullMarked
package org.novabm.plan;

import org.jspecify.annotations.NullMarked;
