package org.novabm.rest.v1;

import java.util.List;

/** Some of the instances, newest first. */
public record InstancePage(List<InstanceView> instances) {

  public InstancePage {
    instances = Absent.orEmpty(instances);
  }
}
