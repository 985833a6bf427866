/** The machines' consoles live, by WebSocket. */
@NullMarked
package org.novabm.api.console;

import org.jspecify.annotations.NullMarked;
