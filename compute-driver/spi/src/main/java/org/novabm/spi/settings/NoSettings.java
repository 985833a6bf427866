package org.novabm.spi.settings;

/** For a back end that has nothing to set: every key of its group is refused. */
public record NoSettings() {}
