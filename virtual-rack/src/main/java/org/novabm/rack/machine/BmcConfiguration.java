package org.novabm.rack.machine;

import java.nio.file.Path;
import org.novabm.spi.Secret;

/** The texts of ipmi_sim's two configuration files; ipmi_lan(5), ipmi_sim_cmd(5). */
final class BmcConfiguration {

  /** One system interface, an event log and a power sensor: what a plain server has. */
  static final String EMULATION =
      """
      mc_setbmc 0x20
      mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
      sel_enable 0x20 1000 0x0a
      sensor_add 0x20 0 0 35 0x6f event-only
      sensor_set_event_support 0x20 0 0 enable scanning per-state \
      000000000001111 000000000000000 000000000001111 000000000000000
      mc_enable 0x20
      """;

  private BmcConfiguration() {}

  static String lan(Machine machine, NodeFolder folder, Path hook, String user, Secret password) {
    BmcPorts ports = machine.bmc();
    return """
        name "%s"
        set_working_mc 0x20
          startlan 1
            addr %s %d
            priv_limit admin
            allowed_auths_callback none md2 md5 straight
            allowed_auths_user none md2 md5 straight
            allowed_auths_operator none md2 md5 straight
            allowed_auths_admin none md2 md5 straight
            guid %s
          endlan
          chassis_control "%s %s"
          serial 15 %s %d codec VM
          sol "tcp:%s:%d" 115200 history=65000
          startnow false
          user 1 true  "" "" user 10 none md2 md5 straight
          user 2 true  "%s" "%s" admin 10 none md2 md5 straight
        """
        .formatted(
            machine.name(),
            ports.address(),
            ports.lan(),
            machine.uuid().toString().replace("-", ""),
            hook,
            folder.path(),
            ports.address(),
            ports.serial(),
            ports.address(),
            ports.console(),
            user,
            password.reveal());
  }
}
