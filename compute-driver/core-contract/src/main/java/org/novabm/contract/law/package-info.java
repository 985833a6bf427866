/**
 * The laws of steps, for ours and for third parties': a kit that runs every step there is through
 * every plan that contains it.
 */
@NullMarked
package org.novabm.contract.law;

import org.jspecify.annotations.NullMarked;
