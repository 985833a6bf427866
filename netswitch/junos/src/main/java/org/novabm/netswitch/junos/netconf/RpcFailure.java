package org.novabm.netswitch.junos.netconf;

import java.util.List;
import java.util.stream.Collectors;

/** The peer answered no. */
public final class RpcFailure extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<RpcError> errors;

  RpcFailure(List<RpcError> errors) {
    super(errors.stream().map(RpcError::toString).distinct().collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  /** The first of them. */
  public RpcError error() {
    return errors.getFirst();
  }

  public boolean isLockDenied() {
    return error().tag().equals("lock-denied");
  }
}
