package org.novabm.netswitch.junos.netconf;

import java.util.ArrayList;
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

  /** The peer does not know what it was asked, whatever it would have said to it. */
  public boolean isSyntaxError() {
    return errors.stream()
        .anyMatch(
            error ->
                error.message().contains("syntax error")
                    || error.tag().equals("operation-not-supported")
                    || error.tag().equals("unknown-element"));
  }

  /** Both refusals, for whoever asked the same in two ways. */
  public RpcFailure and(RpcFailure later) {
    List<RpcError> all = new ArrayList<>(errors);
    all.addAll(later.errors);
    return new RpcFailure(all);
  }

  public boolean isLockDenied() {
    return error().tag().equals("lock-denied");
  }
}
