/** Power and boot device by Redfish (DSP0266), over TLS. */
@NullMarked
package org.novabm.power.redfish;

import org.jspecify.annotations.NullMarked;
