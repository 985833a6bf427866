/** Encryption of what must not be read from the database by anybody without the key file. */
@NullMarked
package org.novabm.store.secret;

import org.jspecify.annotations.NullMarked;
