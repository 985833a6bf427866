package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.conf.ConfigException;

/** Every mistake is named with its place and its remedy. */
class RefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DEFAULT   | compute_driver = libvirt.LibvirtDriver | [DEFAULT] compute_driver (or connection_type) = libvirt.LibvirtDriver is not bare metal
          DEFAULT   | connection_type = xenapi     | [DEFAULT] compute_driver (or connection_type) = xenapi is not bare metal
          DEFAULT   | host =                       | [DEFAULT] host must have 1 to 255 characters
          DEFAULT   | my_ip =                      | [DEFAULT] my_ip is empty
          DEFAULT   | debug = perhaps              | [DEFAULT] debug = perhaps is not one of true, false
          novabm    | provisioning_vlan = 4095     | [novabm] provisioning_vlan = 4095 is not between 1 and 4094
          novabm    | tenant_networks = a:0        | [novabm] tenant_networks: VLAN 0 is not between 1 and 4094
          novabm    | tenant_networks = a:x        | [novabm] tenant_networks: network a has 'x' where a VLAN
          novabm    | tenant_networks = a          | [novabm] tenant_networks: 'a' is not of the form name:value
          novabm    | api_token = a                | [novabm] api_token has less than 16 characters; remove it
          novabm    | api_token = fifteen-letters  | [novabm] api_token has less than 16 characters; remove it
          novabm    | api_connections = 7          | [novabm] api_connections = 7 is not between 8 and 8192
          novabm    | allowed_vlans = 1,4095       | [novabm] allowed_vlans has '4095' where a VLAN from 1 to 4094
          novabm    | allowed_vlans = 9-3          | [novabm] allowed_vlans has '9-3' where a VLAN from 1 to 4094
          novabm    | allowed_vlans = all          | [novabm] allowed_vlans has 'all' where a VLAN from 1 to 4094
          DEFAULT   | enabled_ssl_apis = osapi_compute | [DEFAULT] enabled_ssl_apis needs ssl_cert_file and ssl_key_file in [wsgi]
          novabm    | api_port = 65536             | [novabm] api_port = 65536 is not between 0 and 65535
          novabm    | workers = 0                  | [novabm] workers = 0 is not between 1 and 10000
          novabm    | workers = 10001              | [novabm] workers = 10001 is not between 1 and 10000
          novabm    | deploy_helper = outside      | [novabm] deploy_helper: 'outside' is none of [inside, alone]
          novabm    | power_timeout_seconds = 0    | [novabm] power_timeout_seconds = 0 is not between 1 and 86400 seconds
          novabm    | image_root = $nothing/x      | [novabm] image_root refers to ${nothing}, which is not an option
          baremetal | driver =                     | [baremetal] driver is empty; remove the line
          baremetal | sql_connection = sqlite:///x | [baremetal] sql_connection is SQLite, which is not read
          oslo_messaging_rabbit | ssl_enforce_fips_mode = true | [oslo_messaging_rabbit] ssl_enforce_fips_mode = true: the Java runtime
          oslo_messaging_rabbit | ssl_version = SSLv3 | [oslo_messaging_rabbit] ssl_version = SSLv3 is none of TLSv1_2, SSLv23
          oslo_messaging_rabbit | ssl_cert_file = /x | [oslo_messaging_rabbit] ssl_cert_file needs the other one
          oslo_messaging_rabbit | kombu_ssl_keyfile = /x | [oslo_messaging_rabbit] ssl_key_file needs the other one
          novabm    | message_kib = 63             | [novabm] message_kib = 63 is not between 64 and 8192
          baremetal | sql_connection = mysql://db/x?ssl_cert=/x | [baremetal] sql_connection is wrong: ssl_cert and ssl_key belong together
          baremetal | sql_connection = mysql://db/x?ssl_verify_cert=perhaps | [baremetal] sql_connection is wrong: ssl_verify_cert is neither
          baremetal | sql_connection = mysql://db/x?ssl_capath=/x | [baremetal] sql_connection is not understood in its parameter ssl_capath
          oslo_messaging_rabbit | rabbit_hosts = u:p@h | [oslo_messaging_rabbit] rabbit_hosts takes host:port only
          oslo_messaging_rabbit | rabbit_hosts = h:99999 | [oslo_messaging_rabbit] rabbit_hosts is wrong: the part after the host's colon is not a port
          DEFAULT   | rpc_backend = nova.openstack.common.rpc.impl_qpid | [DEFAULT] rpc_backend = nova.openstack.common.rpc.impl_qpid: this service speaks to RabbitMQ only
          DEFAULT   | rpc_backend = zmq            | [DEFAULT] rpc_backend = zmq: this service speaks to RabbitMQ only
          DEFAULT   | qpid_hostname = 192.0.2.10   | [DEFAULT] qpid_hostname names a broker of Qpid: this service speaks to RabbitMQ only
          baremetal | sql_connection = mysql://{user}:{pass}@{host}/nova_bm | [baremetal] sql_connection is still the example of the documents, with {host} in it; write mysql://
          oslo_messaging_notifications | driver = log | [oslo_messaging_notifications] driver = log is none of messagingv2, messaging, noop
          """)
  void aWrongValueIsNamed(String group, String line, String message) {
    assertThatThrownBy(() -> Texts.settings("# one\n[" + group + "]\n" + line + "\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("nova.conf:3: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          novabm    | worker           | [novabm] worker is not an option; the nearest is workers
          novabm    | api_tokn         | [novabm] api_tokn is not an option; the nearest is api_token
          baremetal | power_manger     | [baremetal] power_manger is not an option; the nearest is power_manager
          baremetal | virtual_power_host_key_file | [baremetal] virtual_power_host_key_file is not an option; the nearest is virtual_power_host_key
          default   | host             | [default] host is in a group that nobody reads; write [DEFAULT] in capitals
          novbm     | workers          | [novbm] workers is in a group that nobody reads; the nearest is [novabm]
          bare_metal | driver          | [bare_metal] driver is in a group that nobody reads; the nearest is [baremetal]
          novabm    | sql_connection   | [novabm] sql_connection is read in [baremetal] only; move it there
          novabm    | tftp_root        | [novabm] tftp_root is not an option; it is one of [baremetal]; move it there
          baremetal | sql_conection    | [baremetal] sql_conection is not an option; the nearest is sql_connection
          DEFAULT   | transport_ulr    | [DEFAULT] transport_ulr is not an option; the nearest is transport_url
          DEFAULT   | rabit_host       | [DEFAULT] rabit_host is not an option; the nearest is rabbit_host
          oslo_messaging_rabbit | rabbit_hots | [oslo_messaging_rabbit] rabbit_hots is not an option; the nearest is rabbit_host
          oslo_messaging_rabbit | transport_url | [oslo_messaging_rabbit] transport_url is read in [DEFAULT] only; move it there
          rabbit    | rabbit_hosts     | [rabbit] rabbit_hosts is read in [oslo_messaging_rabbit] only; move it there
          oslo_messaging_rabit | ssl   | [oslo_messaging_rabit] ssl is in a group that nobody reads; the nearest is [oslo_messaging_rabbit]
          pwoer:ipmi | port            | [pwoer:ipmi] port is in a group that nobody reads; a back end's group is [power:NAME]
          """)
  void anUnknownKeyIsNamedWithTheNearest(String group, String key, String message) {
    assertThatThrownBy(() -> Texts.settings("[" + group + "]\n" + key + " = hush\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("nova.conf:2: " + message)
        .hasMessageNotContaining("hush");
  }

  @Test
  void allUnknownKeysAreNamedAtOnce() {
    assertThatThrownBy(() -> Texts.settings("[novabm]\nworker = 1\napi_prt = 2\n"))
        .hasMessage(
            """
            nova.conf:2: [novabm] worker is not an option; the nearest is workers
            nova.conf:3: [novabm] api_prt is not an option; the nearest is api_port""");
  }

  @Test
  void keysOfOtherServicesArePassedOver() {
    Settings settings =
        Texts.settings("[libvirt]\nvirt_type = kvm\n[DEFAULT]\nreserved_host_memory_mb = 512\n");
    assertThat(settings.passedOver())
        .extracting(Object::toString)
        .containsExactly(
            "nova.conf:2: [libvirt] virt_type is passed over: this service does not need it",
            "nova.conf:4: [DEFAULT] reserved_host_memory_mb is passed over: this service does not"
                + " need it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rabbit",
        "kombu",
        "",
        "nova.rpc.impl_kombu",
        "nova.openstack.common.rpc.impl_kombu",
        "oslo_messaging._drivers.impl_rabbit:RabbitDriver"
      })
  void everyNameOfRabbitIsTaken(String backend) {
    assertThat(Texts.settings("[DEFAULT]\nrpc_backend = " + backend + "\n").passedOver()).isEmpty();
  }

  @Test
  void anotherBrokersOptionsArePassedOverWhereRabbitIsNamed() {
    assertThat(
            Texts.settings(
                    """
                    [DEFAULT]
                    transport_url = rabbit://r1/
                    rpc_backend = qpid
                    qpid_hostname = 192.0.2.10
                    rpc_zmq_host = a
                    [oslo_messaging_amqp]
                    idle_timeout = 1
                    [oslo_messaging_notifications]
                    transport_url = rabbit://r2/
                    """)
                .passedOver())
        .extracting(line -> line.name().key(), PassedOver::reason)
        .containsExactly(
            tuple("qpid_hostname", "only RabbitMQ is spoken to"),
            tuple("rpc_zmq_host", "only RabbitMQ is spoken to"),
            tuple("idle_timeout", "only RabbitMQ is spoken to"),
            tuple("transport_url", "this service does not need it"));
  }

  @Test
  void aQueueIsMirroredOrAQuorumQueue() {
    assertThatThrownBy(
            () ->
                Texts.settings(
                    "[oslo_messaging_rabbit]\nrabbit_quorum_queue = 1\nrabbit_ha_queues = 1\n"))
        .hasMessageStartingWith(
            "nova.conf:3: [oslo_messaging_rabbit] rabbit_ha_queues and rabbit_quorum_queue are both");
  }

  @Test
  void retiredOptionsArePassedOverWithTheirReason() {
    for (RetiredOption option : RetiredOption.BAREMETAL) {
      assertThat(Texts.settings("[baremetal]\n" + option.name().key() + " = 1\n").passedOver())
          .singleElement()
          .satisfies(line -> assertThat(line.reason()).isEqualTo(option.reason()));
    }
  }

  @Test
  void callersCertificatesAreNotAskedForInSilence() {
    assertThatThrownBy(
            () ->
                Texts.settings(
                    """
                    [DEFAULT]
                    enabled_ssl_apis = osapi_compute
                    [wsgi]
                    ssl_cert_file = /c
                    ssl_key_file = /k
                    ssl_ca_file = /a
                    """))
        .hasMessageStartingWith("nova.conf:6: [wsgi] ssl_ca_file asks callers for certificates");
  }

  @Test
  void allowedVlansAreRangesAndNumbers() {
    VlanRanges some = Texts.settings("[novabm]\nallowed_vlans = 100-199, 300\n").api().vlans();
    assertThat(some.contains(100) && some.contains(199) && some.contains(300)).isTrue();
    assertThat(some.contains(99) || some.contains(200) || some.contains(4094)).isFalse();
    assertThat(Texts.settings().api().vlans().contains(4094)).isTrue();
  }

  @Test
  void aNumberLeftEmptyIsOneLeftOut() {
    Settings settings =
        Texts.settings(
            "[novabm]\nworkers =\npower_timeout_seconds =\nimage_root =\ntenant_vlan =\n");
    assertThat(settings.novabm().workers()).isEqualTo(64);
    assertThat(settings.novabm().powerTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.novabm().imageRoot()).hasToString("/var/lib/nova/images/root");
    assertThat(settings.novabm().tenantVlan().number()).isEqualTo(20);
  }

  @Test
  void theDistanceOfNames() {
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    assertThat(NearestName.distance("abc", "")).isEqualTo(3);
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("abc", "abc")).isZero();
  }
}
