/** Reads nova.conf by oslo.config's rules, and the flag files of older releases. */
@NullMarked
package org.novabm.conf;

import org.jspecify.annotations.NullMarked;
