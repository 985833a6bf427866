/** The machines' serial lines: who is at them, and what was said. */
@NullMarked
package org.novabm.console;

import org.jspecify.annotations.NullMarked;
