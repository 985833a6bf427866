/**
 * One verb on one node, as a plan of steps: what is kept of it, and the loop that runs it forward
 * and, where it fails or is given up, back again.
 */
@NullMarked
package org.novabm.task;

import org.jspecify.annotations.NullMarked;
