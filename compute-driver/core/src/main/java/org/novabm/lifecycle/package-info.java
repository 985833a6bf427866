/** What may be asked of a node in which state, and where that leads: the rules of its life. */
@NullMarked
package org.novabm.lifecycle;

import org.jspecify.annotations.NullMarked;
