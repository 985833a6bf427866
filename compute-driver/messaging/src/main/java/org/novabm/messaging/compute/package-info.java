/** Messages to a compute host, read into calls of {@link org.novabm.driver.ComputeDriver}. */
@NullMarked
package org.novabm.messaging.compute;

import org.jspecify.annotations.NullMarked;
