/** Our own resources: nodes, switches, deployments with their timelines, instances. */
@NullMarked
package org.novabm.api.v1;

import org.jspecify.annotations.NullMarked;
