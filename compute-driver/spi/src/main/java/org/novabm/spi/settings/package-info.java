/**
 * Settings as records: a back end declares one, and what reads, checks and documents its group of
 * nova.conf follows from it.
 */
@NullMarked
package org.novabm.spi.settings;

import org.jspecify.annotations.NullMarked;
