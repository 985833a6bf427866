package org.novabm.rest.v1;

import java.util.List;

/** Which service this is, and where its resources are. */
public record ApiRoot(String version, String host, List<Link> links) {

  /** Where something is, relative to the address this was asked at. */
  public record Link(String rel, String href) {}
}
