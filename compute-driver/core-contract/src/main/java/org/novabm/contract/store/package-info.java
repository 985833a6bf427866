/**
 * What the core's stores promise, as JUnit interfaces. What is not found fails a test by itself, so
 * nothing here is checked against null.
 */
@NullUnmarked
package org.novabm.contract.store;

import org.jspecify.annotations.NullUnmarked;
