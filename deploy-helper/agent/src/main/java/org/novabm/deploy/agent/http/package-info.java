/**
 * An HTTP/1.1 port made for strangers: whoever they are and whatever they do, what they hold is
 * bounded, and who asks in earnest is served. Knows nothing of what is asked for.
 */
@NullMarked
package org.novabm.deploy.agent.http;

import org.jspecify.annotations.NullMarked;
