/** Our own resources: nodes, switches, instances, tasks with their timelines. */
@NullMarked
package org.novabm.api.v1;

import org.jspecify.annotations.NullMarked;
