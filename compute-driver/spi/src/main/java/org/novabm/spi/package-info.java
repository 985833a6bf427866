/**
 * What every family of back ends shares: endpoints, settings, secrets and the four ways to fail.
 */
@NullMarked
package org.novabm.spi;

import org.jspecify.annotations.NullMarked;
