package org.novabm.netswitch.openvswitch.ovsdb;

/** The peer answered a call with an error. */
public final class RpcRefusal extends Exception {

  private static final long serialVersionUID = 1;

  RpcRefusal(String error) {
    super(error);
  }
}
