/** Requests by SNMP: who asks, and how long. */
@NullMarked
package org.novabm.snmp;

import org.jspecify.annotations.NullMarked;
