/** What every switch manager must do, as tests that each implementation runs. */
@NullMarked
package org.novabm.spi.contract.network;

import org.jspecify.annotations.NullMarked;
