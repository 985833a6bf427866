/** A deployment that finishes when told: to run the whole service with no machine at all. */
@NullMarked
package org.novabm.deploy.fake;

import org.jspecify.annotations.NullMarked;
