/** Measuring a running service from outside, for docs/benchmarks.md. */
@NullMarked
package org.novabm.bench;

import org.jspecify.annotations.NullMarked;
