/**
 * The bytes of IPMI 2.0 over LAN (RMCP+): records in, packets out, and back; no input or output.
 */
@NullMarked
package org.novabm.power.ipmi.wire;

import org.jspecify.annotations.NullMarked;
