/** A TFTP server that only reads: the first thing a network card's firmware talks to. */
@NullMarked
package org.novabm.deploy.tftp;

import org.jspecify.annotations.NullMarked;
