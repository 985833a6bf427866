/**
 * What the broker sends, frame by frame, before the client library puts it together: nothing larger
 * than its bound gets onto the heap.
 */
@NullMarked
package org.novabm.messaging.frames;

import org.jspecify.annotations.NullMarked;
