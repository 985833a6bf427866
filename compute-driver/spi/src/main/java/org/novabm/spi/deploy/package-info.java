/** Deploy: getting an instance's image on a machine's disk. */
@NullMarked
package org.novabm.spi.deploy;

import org.jspecify.annotations.NullMarked;
