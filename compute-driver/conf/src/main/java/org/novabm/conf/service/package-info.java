/** The REST service as its own programs see it: where it is, by what it is known, its token. */
@NullMarked
package org.novabm.conf.service;

import org.jspecify.annotations.NullMarked;
