/**
 * What stands in the requests and answers of the REST service: the contract, for the service and
 * for whoever calls it. A client passes over fields that it does not know; the service refuses
 * them.
 */
@NullMarked
package org.novabm.rest;

import org.jspecify.annotations.NullMarked;
