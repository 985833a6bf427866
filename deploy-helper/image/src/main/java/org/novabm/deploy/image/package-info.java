/** User images and config drives: fetched, checked and ready to be put on a disk. */
@NullMarked
package org.novabm.deploy.image;

import org.jspecify.annotations.NullMarked;
