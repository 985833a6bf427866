package org.novabm.conf.settings;

/** Where the ports run that machines talk to while they are deployed. */
public enum DeployHelper {
  /** In nova-compute. */
  INSIDE,
  /** In nova-baremetal-deploy-helper, a process of its own. */
  ALONE
}
