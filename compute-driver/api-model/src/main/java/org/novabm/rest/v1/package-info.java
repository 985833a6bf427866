/**
 * Requests ({@code Body}) and answers ({@code View}, {@code Page}) of {@code /v1}. What a request
 * leaves out is null and is not written. Lists and maps that an answer lacks, because the service
 * is older than they are, are empty; an answer without what it is about (the state of a task, say)
 * is refused. Times are ISO 8601 in UTC, with milliseconds.
 */
@NullMarked
package org.novabm.rest.v1;

import org.jspecify.annotations.NullMarked;
