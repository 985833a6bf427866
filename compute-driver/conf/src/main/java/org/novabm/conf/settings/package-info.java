/** What the operator may set: one record a concern, every component with its sentence. */
@NullMarked
package org.novabm.conf.settings;

import org.jspecify.annotations.NullMarked;
