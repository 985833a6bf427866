/** A simulated Redfish BMC, and the certificate it shows. */
@NullMarked
package org.novabm.rack.redfish;

import org.jspecify.annotations.NullMarked;
