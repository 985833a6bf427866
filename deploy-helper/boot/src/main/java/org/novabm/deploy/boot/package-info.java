/** The small texts that tell a machine's boot program what to start: iPXE and PXELINUX files. */
@NullMarked
package org.novabm.deploy.boot;

import org.jspecify.annotations.NullMarked;
