/** Network: which segment a node's switch port is on. */
@NullMarked
package org.novabm.spi.network;

import org.jspecify.annotations.NullMarked;
