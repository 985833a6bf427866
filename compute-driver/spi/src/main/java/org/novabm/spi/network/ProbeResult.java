package org.novabm.spi.network;

/**
 * What a probe saw.
 *
 * @param reached a frame from the port reaches the segment
 * @param evidence for the record: how it was probed, and what came of it
 */
public record ProbeResult(boolean reached, String evidence) {}
