/** The outside world in memory: machines, switches and deployers, which record and can disobey. */
@NullMarked
package org.novabm.contract.world;

import org.jspecify.annotations.NullMarked;
