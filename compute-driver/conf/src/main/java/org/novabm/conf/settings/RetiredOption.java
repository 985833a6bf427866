package org.novabm.conf.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novabm.conf.LeftOut;
import org.novabm.conf.OptionName;

/**
 * An option of the first releases that is accepted and passed over.
 *
 * @param reason why it has no effect any more
 */
record RetiredOption(OptionName name, String reason) {

  private static final String VOLUMES = "volumes are not exported to machines";
  private static final String WRITER = "files are written by a typed writer, not by templates";
  private static final String CONSOLE =
      "consoles come through the REST API; see nova-baremetal-nodemanager console";
  private static final String VIRTUAL =
      "virtual machines are reached by a power back end of theirs";
  private static final String TILERA_PDU =
      "the group [power:tilera_pdu] has its own keys; see docs/power.md";
  private static final String TILERA = "Tilera boards are not driven";
  private static final String SWITCH = "VLANs are set at the switch port, not on this host";
  private static final String DNSMASQ = "no DHCP server is started a node";
  private static final String SCHEDULER = "no properties of nodes are sent to the scheduler";

  /**
   * Of {@code [baremetal]}; each is also passed over in {@code [DEFAULT]}, as it is and with
   * baremetal_ before it.
   */
  static final List<RetiredOption> BAREMETAL =
      Stream.of(
              group(
                  "vif_driver",
                  "a network is always bound to the NIC with its MAC; one with a datapath id is moved on the OpenFlow switch of that id"),
              group("flavor_extra_specs", SCHEDULER),
              group("instance_type_extra_specs", SCHEDULER),
              group("net_config_template", "an instance gets its addresses from its config drive"),
              group("pxe_bootfile_name", "the DHCP server's own configuration names the boot file"),
              group(
                  "ipmi_power_retry",
                  "a power change is watched for power_timeout_seconds of [novabm]"),
              group("volume_driver", VOLUMES),
              group("use_unsafe_iscsi", VOLUMES),
              group("iscsi_iqn_prefix", VOLUMES),
              group("inject_password", "nothing is injected into images"),
              group("use_file_injection", "nothing is injected into images"),
              group("injected_network_template", WRITER),
              group("pxe_config_template", WRITER),
              group("pxe_network_config", "the machine boots its own disk and its own kernel line"),
              group("db_backend", "there is one way to the database"),
              group("terminal", CONSOLE),
              group("terminal_cert_dir", CONSOLE),
              group("terminal_pid_dir", CONSOLE),
              group("virtual_power_ssh_host", VIRTUAL),
              group("virtual_power_ssh_port", VIRTUAL),
              group("virtual_power_type", VIRTUAL),
              group("virtual_power_host_user", VIRTUAL),
              group("virtual_power_host_pass", VIRTUAL),
              group("virtual_power_host_key", VIRTUAL),
              group("tile_pdu_ip", TILERA_PDU),
              group("tile_pdu_mgr", TILERA_PDU),
              group("tile_pdu_off", TILERA_PDU),
              group("tile_pdu_on", TILERA_PDU),
              group("tile_pdu_status", TILERA),
              group("tile_power_wait", TILERA_PDU))
          .toList();

  /** Of {@code [DEFAULT]}. */
  static final List<RetiredOption> GLOBAL =
      Stream.concat(
              BAREMETAL.stream().flatMap(RetiredOption::before),
              Stream.of(
                  new RetiredOption(LeftOut.NAME, "it stands for lines that are left out"),
                  global("firewall_driver", "the service filters nothing"),
                  global("baremetal_ipmi_power_wait", "a power change is watched, not waited for"),
                  global("baremetal_pxe_append_iscsi_portal", VOLUMES),
                  global("baremetal_use_unsafe_vlan", SWITCH),
                  global("baremetal_pxe_vlan_per_host", SWITCH),
                  global("baremetal_pxe_parent_interface", SWITCH),
                  global("baremetal_pxelinux_path", "boot programs are shipped"),
                  global("baremetal_dnsmasq_pid_dir", DNSMASQ),
                  global("baremetal_dnsmasq_lease_dir", DNSMASQ),
                  global("baremetal_quantum_filter_connection", "the service filters nothing"),
                  global("tile_monitor", TILERA),
                  global("tile_service_wait", TILERA),
                  global("tile_power_retry", TILERA)))
          .toList();

  private static RetiredOption group(String key, String reason) {
    return new RetiredOption(new OptionName(BaremetalSettings.GROUP, key), reason);
  }

  /**
   * As it stood in {@code [DEFAULT]} before there was a group, and as documents without one say.
   */
  private static Stream<RetiredOption> before(RetiredOption option) {
    String key = option.name().key();
    return Stream.of(global("baremetal_" + key, option.reason()), global(key, option.reason()));
  }

  private static RetiredOption global(String key, String reason) {
    return new RetiredOption(new OptionName(OptionName.DEFAULT, key), reason);
  }

  static Map<OptionName, String> reasons() {
    return Stream.concat(BAREMETAL.stream(), GLOBAL.stream())
        .collect(Collectors.toUnmodifiableMap(RetiredOption::name, RetiredOption::reason));
  }
}
