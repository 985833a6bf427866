/** External programs: run to their end, kept as daemons, waited for and stopped by process id. */
@NullMarked
package org.novabm.rack.process;

import org.jspecify.annotations.NullMarked;
