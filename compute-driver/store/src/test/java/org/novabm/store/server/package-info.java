/** Database servers for tests: private, on free ports, gone afterwards. */
@NullMarked
package org.novabm.store.server;

import org.jspecify.annotations.NullMarked;
