/** What strangers and peers can make this process hold, added up and compared with its heap. */
@NullMarked
package org.novabm.app.bounds;

import org.jspecify.annotations.NullMarked;
