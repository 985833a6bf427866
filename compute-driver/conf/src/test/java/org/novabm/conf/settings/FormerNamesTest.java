package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.conf.OptionName;

/** Files of the first releases, in their own words. */
class FormerNamesTest {

  @Test
  void aFlagFileOfTheSwitchManagingFork() {
    Settings settings =
        Texts.settings(
            """
            --connection_type=baremetal
            --baremetal_driver=generic
            --networkmgr_driver=nova.virt.baremetal.networkmgr.juniper.JuniperNetworkManager
            --powermanager_driver=nova.virt.baremetal.powermgr.freeipmi.FreeIPMIPowerManager
            --rabbit_host=rabbit1
            --sql_connection=mysql://nova:hush@db/nova
            --verbose
            """);
    assertThat(settings.host().computeDriver()).isEqualTo("baremetal");
    assertThat(settings.baremetal().driver()).isEqualTo("generic");
    assertThat(settings.baremetal().networkmgrDriver()).endsWith("JuniperNetworkManager");
    assertThat(settings.baremetal().powerManager()).endsWith("FreeIPMIPowerManager");
    assertThat(settings.messaging().brokers())
        .extracting(BrokerAddress::host, BrokerAddress::port)
        .containsExactly(tuple("rabbit1", 5672));
    assertThat(settings.passedOver())
        .extracting(Object::toString)
        .containsExactly(
            "nova.conf:6: [DEFAULT] sql_connection is passed over: it is Nova's own database; ours is"
                + " in [baremetal]",
            "nova.conf:7: [DEFAULT] verbose is passed over: this service does not need it");
  }

  @Test
  void aFileFromBeforeTheGroup() {
    Settings settings =
        Texts.settings(
            """
            [DEFAULT]
            baremetal_sql_connection = mysql://nova:hush@db/nova_bm
            baremetal_driver = nova.virt.baremetal.pxe.PXE
            power_manager = nova.virt.baremetal.ipmi.Ipmi
            instance_type_extra_specs = cpu_arch:tilepro64
            baremetal_tftp_root = /srv/tftp
            baremetal_ipmi_power_wait = 5
            tile_monitor = /usr/local/TileraMDE/bin/tile-monitor
            """);
    assertThat(settings.database().jdbc().url()).isEqualTo("jdbc:mysql://db/nova_bm");
    assertThat(settings.baremetal().powerManager()).isEqualTo("nova.virt.baremetal.ipmi.Ipmi");
    assertThat(settings.baremetal().tftpRoot()).isEqualTo(Path.of("/srv/tftp"));
    assertThat(settings.passedOver())
        .extracting(line -> line.name().key())
        .containsExactly("instance_type_extra_specs", "baremetal_ipmi_power_wait", "tile_monitor");
  }

  /** Each row sets one former name and names the option that it must reach. */
  @ParameterizedTest
  @CsvSource({
    "DEFAULT.connection_type, DEFAULT.compute_driver",
    "DEFAULT.baremetal_driver, baremetal.driver",
    "DEFAULT.power_manager, baremetal.power_manager",
    "DEFAULT.powermanager_driver, baremetal.power_manager",
    "baremetal.powermanager_driver, baremetal.power_manager",
    "DEFAULT.networkmgr_driver, baremetal.networkmgr_driver",
    "DEFAULT.tftp_root, baremetal.tftp_root",
    "DEFAULT.deploy_kernel, baremetal.deploy_kernel",
    "DEFAULT.physical_deploy_kernel, baremetal.deploy_kernel",
    "DEFAULT.physical_deploy_ramdisk, baremetal.deploy_ramdisk",
    "DEFAULT.driver, baremetal.driver",
    "DEFAULT.pxe_append_params, baremetal.pxe_append_params",
    "DEFAULT.pxe_deploy_timeout, baremetal.pxe_deploy_timeout",
    "DEFAULT.baremetal_pxe_append_params, baremetal.pxe_append_params",
    "DEFAULT.rabbit_ha_queues, oslo_messaging_rabbit.rabbit_ha_queues",
    "oslo_messaging_rabbit.rabbit_quroum_max_memory_bytes, oslo_messaging_rabbit.rabbit_quorum_max_memory_bytes",
    "DEFAULT.deploy_ramdisk, baremetal.deploy_ramdisk",
    "DEFAULT.baremetal_sql_connection, baremetal.sql_connection",
    "DEFAULT.rabbit_host, oslo_messaging_rabbit.rabbit_host",
    "DEFAULT.rabbit_hosts, oslo_messaging_rabbit.rabbit_hosts",
    "DEFAULT.rabbit_port, oslo_messaging_rabbit.rabbit_port",
    "DEFAULT.rabbit_userid, oslo_messaging_rabbit.rabbit_userid",
    "DEFAULT.rabbit_password, oslo_messaging_rabbit.rabbit_password",
    "DEFAULT.rabbit_virtual_host, oslo_messaging_rabbit.rabbit_virtual_host",
    "DEFAULT.rabbit_use_ssl, oslo_messaging_rabbit.ssl",
    "oslo_messaging_rabbit.rabbit_use_ssl, oslo_messaging_rabbit.ssl",
    "oslo_messaging_rabbit.kombu_ssl_version, oslo_messaging_rabbit.ssl_version",
    "oslo_messaging_rabbit.kombu_ssl_ca_certs, oslo_messaging_rabbit.ssl_ca_file",
    "oslo_messaging_rabbit.kombu_ssl_certfile, oslo_messaging_rabbit.ssl_cert_file",
    "DEFAULT.kombu_ssl_keyfile, oslo_messaging_rabbit.ssl_key_file",
    "DEFAULT.amqp_durable_queues, oslo_messaging_rabbit.amqp_durable_queues",
    "DEFAULT.rabbit_durable_queues, oslo_messaging_rabbit.amqp_durable_queues",
    "DEFAULT.amqp_auto_delete, oslo_messaging_rabbit.amqp_auto_delete",
    "rpc_notifier2.topics, oslo_messaging_notifications.topics",
    "DEFAULT.notification_topics, oslo_messaging_notifications.topics",
    "DEFAULT.notification_driver, oslo_messaging_notifications.driver"
  })
  void aFormerNameReachesItsOption(String former, String option) {
    assertThat(OptionCatalogue.options())
        .filteredOn(each -> each.formerNames().contains(OptionName.parse(former)))
        .extracting(SettingsOption::name)
        .containsExactly(OptionName.parse(option));
  }

  @Test
  void noNameLeadsToTwoOptions() {
    List<OptionName> all =
        OptionCatalogue.options().stream()
            .flatMap(
                option -> Stream.concat(Stream.of(option.name()), option.formerNames().stream()))
            .toList();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(RetiredOption.reasons().keySet()).doesNotContainAnyElementsOf(all);
  }
}
