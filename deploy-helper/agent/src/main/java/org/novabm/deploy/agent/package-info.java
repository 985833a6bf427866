/** Deployment by a ramdisk: its jobs, the ports its agent talks to, and what it is told there. */
@NullMarked
package org.novabm.deploy.agent;

import org.jspecify.annotations.NullMarked;
