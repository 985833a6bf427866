/** Where everything meets: wiring, settings, programs. Nobody depends on it. */
@NullMarked
package org.novabm.app;

import org.jspecify.annotations.NullMarked;
