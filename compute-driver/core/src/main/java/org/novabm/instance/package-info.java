/** What a tenant asked for: an instance, as the scheduler's message describes it. */
@NullMarked
package org.novabm.instance;

import org.jspecify.annotations.NullMarked;
