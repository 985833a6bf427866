/**
 * Which process acts for which compute host: leases, signs of life, and who takes over from a host
 * that is silent.
 */
@NullMarked
package org.novabm.service;

import org.jspecify.annotations.NullMarked;
