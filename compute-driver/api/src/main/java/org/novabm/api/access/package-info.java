/** The gate in front of every request: who may come in, and with how many bytes. */
@NullMarked
package org.novabm.api.access;

import org.jspecify.annotations.NullMarked;
