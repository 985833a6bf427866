package org.novabm.messaging.rpc;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.ApiVersion;

/**
 * A set of methods under a namespace and a version; what oslo.messaging calls an endpoint.
 *
 * @param namespace null for none
 * @param version callers may ask for this one or an older minor one
 * @param methods by name
 */
public record RpcInterface(
    @Nullable String namespace, ApiVersion version, Map<String, RpcMethod> methods) {

  public RpcInterface {
    methods = Map.copyOf(methods);
  }

  /** Its methods as a list. */
  public static RpcInterface of(
      @Nullable String namespace, ApiVersion version, List<RpcMethod> methods) {
    return new RpcInterface(
        namespace,
        version,
        methods.stream().collect(Collectors.toMap(RpcMethod::name, Function.identity())));
  }
}
