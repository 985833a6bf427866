package org.novabm.rack.junos;

import java.time.Instant;
import org.w3c.dom.Element;

/** One of the configurations that were active. */
record Commit(Element configuration, String user, Instant when, String comment) {}
