package org.novabm.messaging.compute;

import java.util.Set;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.InstanceStore;
import org.novabm.messaging.rpc.RpcMethod;

/**
 * The methods of Nova's compute manager that a physical machine can do; arguments of all releases
 * together.
 */
final class NovaMethods {

  private static final Set<String> INSTANCE = Set.of("instance");

  private final ComputeDriver driver;
  private final RefusedRequests refusals;
  private final InstanceStore instances;

  NovaMethods(ComputeDriver driver, RefusedRequests refusals, InstanceStore instances) {
    this.driver = driver;
    this.refusals = refusals;
    this.instances = instances;
  }

  /** Folsom to Icehouse. */
  RpcMethod runInstance() {
    return spawn(
        "run_instance",
        Set.of(
            "request_spec",
            "filter_properties",
            "requested_networks",
            "injected_files",
            "admin_password",
            "is_first_time",
            "node",
            "legacy_bdm_in_spec"));
  }

  /** Juno and later. */
  RpcMethod buildAndRunInstance() {
    return spawn(
        "build_and_run_instance",
        Set.of(
            "image",
            "request_spec",
            "filter_properties",
            "admin_password",
            "injected_files",
            "requested_networks",
            "security_groups",
            "block_device_mapping",
            "node",
            "limits",
            "host_list",
            "accel_uuids"));
  }

  RpcMethod rebuild() {
    return changing(
        "rebuild_instance",
        Set.of(
            "image_ref",
            "orig_image_ref",
            "injected_files",
            "new_pass",
            "orig_sys_metadata",
            "bdms",
            "recreate",
            "on_shared_storage",
            "preserve_ephemeral",
            "migration",
            "scheduled_node",
            "limits",
            "request_spec",
            "accel_uuids",
            "reimage_boot_volume"),
        new BuildMethod(
            "rebuild",
            new NovaRebuild(instances),
            wanted -> driver.rebuild(wanted.instance(), wanted),
            refusals,
            AnswerForm.NOVA));
  }

  RpcMethod terminate() {
    return changing(
        "terminate_instance",
        Set.of("bdms", "reservations", MannerArgument.CLEAN),
        request ->
            AnswerForm.NOVA.destroyed(request, driver.destroy(InstanceArgument.of(request))));
  }

  RpcMethod start() {
    return changing(
        "start_instance",
        Set.of(),
        request -> AnswerForm.NOVA.answer(request, driver.start(InstanceArgument.of(request))));
  }

  RpcMethod stop() {
    return changing(
        "stop_instance",
        Set.of(MannerArgument.CLEAN, "do_cast"),
        request ->
            AnswerForm.NOVA.answer(
                request,
                driver.stop(InstanceArgument.of(request), MannerArgument.ofStop(request))));
  }

  RpcMethod reboot() {
    return changing(
        "reboot_instance",
        Set.of("block_device_info", MannerArgument.TYPE, "network_info", MannerArgument.CLEAN),
        request ->
            AnswerForm.NOVA.answer(
                request,
                driver.reboot(InstanceArgument.of(request), MannerArgument.ofReboot(request))));
  }

  private RpcMethod spawn(String name, Set<String> optional) {
    return changing(
        name,
        optional,
        new BuildMethod("create", new NovaSpawn(), driver::spawn, refusals, AnswerForm.NOVA));
  }

  private static RpcMethod changing(String name, Set<String> optional, RpcMethod.Handler handler) {
    return new RpcMethod(name, INSTANCE, optional, true, InstanceArgument::lane, handler);
  }
}
