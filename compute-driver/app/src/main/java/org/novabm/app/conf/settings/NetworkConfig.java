package org.novabm.app.conf.settings;

/** What a machine is told about its addresses. */
public enum NetworkConfig {
  /** It asks for them. */
  DHCP,
  /** They are written into its configuration. */
  STATIC;

  /**
   * By the file name of the two templates of older releases. Templates themselves are not run: what
   * they wrote is written by a typed writer.
   *
   * @throws IllegalArgumentException for other names
   */
  static NetworkConfig of(String template) {
    String file = template.substring(template.lastIndexOf('/') + 1);
    return switch (file) {
      case "net-dhcp.ubuntu.template", "dhcp" -> DHCP;
      case "net-static.ubuntu.template", "static" -> STATIC;
      default ->
          throw new RefusedSetting(
              "baremetal.net_config_template",
              "= " + template + ": templates are not run; write dhcp or static");
    };
  }
}
