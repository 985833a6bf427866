package org.novabm.store;

import org.jspecify.annotations.Nullable;

/**
 * A node and its BMC's password.
 *
 * @param node its row, which has the password in clear where an old tool wrote it
 * @param sealed the password as encrypted by us, or null
 */
// the array is passed on and never compared
@SuppressWarnings("ArrayRecordComponent")
record SealedPart(NodeRow node, byte @Nullable [] sealed) {}
