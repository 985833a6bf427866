/** The pool: nodes, the switches they hang on, and who may claim one. */
@NullMarked
package org.novabm.node;

import org.jspecify.annotations.NullMarked;
