/** Boot: having a machine start the ramdisk of a deployer's job. */
@NullMarked
package org.novabm.spi.boot;

import org.jspecify.annotations.NullMarked;
