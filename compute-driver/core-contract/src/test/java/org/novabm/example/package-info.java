/** What docs/contributing.md shows. */
@NullMarked
package org.novabm.example;

import org.jspecify.annotations.NullMarked;
