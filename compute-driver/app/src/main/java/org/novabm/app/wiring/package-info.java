/**
 * The one place that composes: what the product is made of, and how its parts are tied together.
 */
@NullMarked
package org.novabm.app.wiring;

import org.jspecify.annotations.NullMarked;
