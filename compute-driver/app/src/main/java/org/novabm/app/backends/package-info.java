/** Finding the back ends that are installed, ours and those of the plug-in folder. */
@NullMarked
package org.novabm.app.backends;

import org.jspecify.annotations.NullMarked;
