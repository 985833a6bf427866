/** Nova's admin extension {@code os-baremetal-nodes}, for the clients and scripts of 2013. */
@NullMarked
package org.novabm.api.nova;

import org.jspecify.annotations.NullMarked;
