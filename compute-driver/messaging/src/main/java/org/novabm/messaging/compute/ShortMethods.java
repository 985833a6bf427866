package org.novabm.messaging.compute;

import java.util.List;
import java.util.Set;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.InstanceStore;
import org.novabm.messaging.rpc.RpcMethod;

/**
 * The methods of the short form, for clients other than Nova; {@code docs/schemas} describes their
 * arguments. Unlike Nova's, they are answered with the task, so that it can be followed.
 */
final class ShortMethods {

  private static final Set<String> INSTANCE = Set.of("instance_uuid");

  private final ComputeDriver driver;
  private final RefusedRequests refusals;
  private final InstanceStore instances;

  ShortMethods(ComputeDriver driver, RefusedRequests refusals, InstanceStore instances) {
    this.driver = driver;
    this.refusals = refusals;
    this.instances = instances;
  }

  List<RpcMethod> all() {
    return List.of(spawn(), rebuild(), destroy(), start(), stop(), reboot());
  }

  private RpcMethod spawn() {
    return new RpcMethod(
        "spawn",
        ShortSpawn.REQUIRED,
        ShortSpawn.OPTIONAL,
        true,
        InstanceArgument::lane,
        new BuildMethod("create", new ShortSpawn(), driver::spawn, refusals, AnswerForm.SHORT));
  }

  private RpcMethod rebuild() {
    return new RpcMethod(
        "rebuild",
        ShortRebuild.REQUIRED,
        ShortRebuild.OPTIONAL,
        true,
        InstanceArgument::lane,
        new BuildMethod(
            "rebuild",
            new ShortRebuild(instances),
            wanted -> driver.rebuild(wanted.instance(), wanted),
            refusals,
            AnswerForm.SHORT));
  }

  private RpcMethod destroy() {
    return changing(
        "destroy",
        Set.of(),
        request ->
            AnswerForm.SHORT.destroyed(request, driver.destroy(InstanceArgument.of(request))));
  }

  private RpcMethod start() {
    return changing(
        "start",
        Set.of(),
        request -> AnswerForm.SHORT.answer(request, driver.start(InstanceArgument.of(request))));
  }

  private RpcMethod stop() {
    return changing(
        "stop",
        Set.of(MannerArgument.CLEAN),
        request ->
            AnswerForm.SHORT.answer(
                request,
                driver.stop(InstanceArgument.of(request), MannerArgument.ofStop(request))));
  }

  private RpcMethod reboot() {
    return changing(
        "reboot",
        Set.of(MannerArgument.TYPE),
        request ->
            AnswerForm.SHORT.answer(
                request,
                driver.reboot(InstanceArgument.of(request), MannerArgument.ofReboot(request))));
  }

  private static RpcMethod changing(String name, Set<String> optional, RpcMethod.Handler handler) {
    return new RpcMethod(name, INSTANCE, optional, true, InstanceArgument::lane, handler);
  }
}
