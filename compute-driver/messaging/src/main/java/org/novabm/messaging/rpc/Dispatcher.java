package org.novabm.messaging.rpc;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.ApiVersion;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;

/** Finds who serves a request, and refuses in oslo.messaging's own words. */
public final class Dispatcher {

  private final List<RpcInterface> interfaces;

  public Dispatcher(List<RpcInterface> interfaces) {
    this.interfaces = List.copyOf(interfaces);
  }

  /**
   * The method that serves the request, its arguments checked by name.
   *
   * @throws CallRefusedException when no interface has this namespace and version (the same answer
   *     for both), none that has them knows the method, or the arguments do not fit
   */
  RpcMethod find(Request request) throws CallRefusedException {
    boolean fits = false;
    for (RpcInterface candidate : interfaces) {
      if (serves(candidate, request)) {
        fits = true;
        RpcMethod method = candidate.methods().get(request.method());
        if (method != null && !request.method().startsWith("_")) {
          method.check(request);
          return method;
        }
      }
    }
    throw new CallRefusedException(
        fits
            ? Failure.noSuchMethod(request.method())
            : Failure.unsupportedVersion(request.version(), request.method()));
  }

  private static boolean serves(RpcInterface candidate, Request request) {
    @Nullable ApiVersion asked = ApiVersion.parse(request.version());
    return asked != null
        && Objects.equals(candidate.namespace(), request.namespace())
        && candidate.version().serves(asked);
  }
}
