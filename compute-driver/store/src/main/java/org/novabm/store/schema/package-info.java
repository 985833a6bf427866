/**
 * Making and upgrading the {@code nova_bm} schema, and taking over one that an old Nova made. Needs
 * no Spring.
 */
@NullMarked
package org.novabm.store.schema;

import org.jspecify.annotations.NullMarked;
