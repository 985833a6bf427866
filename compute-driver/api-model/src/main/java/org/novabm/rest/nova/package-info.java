/** Requests and answers of Nova's admin extension {@code os-baremetal-nodes}. */
@NullMarked
package org.novabm.rest.nova;

import org.jspecify.annotations.NullMarked;
