/** Switches in memory, with settable delay and failure rate, for trying the service without any. */
@NullMarked
package org.novabm.netswitch.fake;

import org.jspecify.annotations.NullMarked;
