package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of database and broker at the start. */
class InUseTest {

  @Test
  void embeddedOnesAreForTrying() {
    assertThat(Texts.settings().inUse())
        .isEqualTo(
            "database jdbc:h2:file:/var/lib/nova/nova_bm (embedded, for trying);"
                + " broker in the process of nova-compute (embedded, for trying)");
  }

  @Test
  void othersAreNamedWithoutSecrets() {
    assertThat(
            Texts.settings(
                    """
                    [DEFAULT]
                    transport_url = rabbit://nova:hush@r1,nova:hush@r2:5671/?ssl=1
                    [baremetal]
                    sql_connection = mysql://nova:hush@db/nova_bm?ssl_ca=/hush
                    """)
                .inUse())
        .isEqualTo("database jdbc:mysql://db/nova_bm; broker RabbitMQ at r1:5672, r2:5671 by TLS");
  }

  @Test
  void ourDatabaseIsFoundAmongNovas() {
    for (String place : new String[] {"[DEFAULT]\nsql_", "[database]\n", "[database]\nsql_"}) {
      Settings settings =
          Texts.settings(place + "connection = mysql+pymysql://u:p@db/nova_bm?charset=utf8\n");
      assertThat(settings.database().jdbc().url()).isEqualTo("jdbc:mysql://db/nova_bm");
      assertThat(settings.passedOver()).isEmpty();
    }
  }

  @Test
  void novasOwnDatabaseIsLeftAlone() {
    Settings settings =
        Texts.settings(
            """
            [database]
            connection = mysql://u:p@db/nova
            [baremetal]
            sql_connection = mysql://u:p@db2/nova_bm
            [sql]
            connection = mysql://u:p@db/nova_bm
            """);
    assertThat(settings.database().jdbc().url()).isEqualTo("jdbc:mysql://db2/nova_bm");
    assertThat(settings.passedOver())
        .extracting(Object::toString)
        .containsExactly(
            "nova.conf:2: [database] connection is passed over: it is Nova's own database; ours is"
                + " in [baremetal]");
  }
}
