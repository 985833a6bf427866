package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Secret;
import org.novabm.store.DatabaseTls;

class SqlConnectionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          mysql://nova:pw@db/nova_bm                        | jdbc:mysql://db/nova_bm       | nova   | pw
          mysql://nova:pw@db:3307/nova_bm?charset=utf8      | jdbc:mysql://db:3307/nova_bm  | nova   | pw
          mysql+pymysql://nova:pw@db/nova_bm?charset=utf8&use_unicode=1 | jdbc:mysql://db/nova_bm | nova | pw
          mariadb://nova:pw@db/nova_bm                      | jdbc:mysql://db/nova_bm       | nova   | pw
          mariadb+mariadbconnector://nova:pw@db/nova_bm     | jdbc:mysql://db/nova_bm       | nova   | pw
          mysql://no%76a:p%40w%2F%25+x@db/nova_bm           | jdbc:mysql://db/nova_bm       | nova   | p@w/%+x
          mysql://nova:p@w:100%x@db/nova_bm                 | jdbc:mysql://db/nova_bm       | nova   | p@w:100%x
          mysql://nova:pä%C3%A4@db/nova_bm                  | jdbc:mysql://db/nova_bm       | nova   | pää
          mysql://nova@[2001:db8::1]:3307/nova_bm           | jdbc:mysql://[2001:db8::1]:3307/nova_bm | nova | ''
          mysql:///nova_bm                                  | jdbc:mysql://localhost/nova_bm | ''    | ''
          jdbc:mysql://db/nova_bm?user=nova&password=pw&sslMode=REQUIRED | jdbc:mysql://db/nova_bm?sslMode=REQUIRED | nova | pw
          jdbc:mysql://nova:pw@db/nova_bm                   | jdbc:mysql://db/nova_bm       | nova   | pw
          jdbc:h2:mem:x;MODE=MySQL;USER=u;PASSWORD=pw       | jdbc:h2:mem:x;MODE=MySQL      | u      | pw
          jdbc:h2:file:/x/nova_bm                           | jdbc:h2:file:/x/nova_bm       | novabm | ''
          """)
  void aUrlIsUnderstood(String text, String url, String user, String password) {
    assertThat(new DatabaseSettings(Secret.of(text)).jdbc())
        .isEqualTo(new JdbcConnection(url, user, Secret.of(password), DatabaseTls.UNSAID));
  }

  @ParameterizedTest
  @CsvSource({
    "ssl_ca=/a%20b.pem, IDENTITY",
    "ssl_ca=/a%20b.pem&charset=utf8&ssl_verify_identity=true, IDENTITY",
    "ssl_ca=/a%20b.pem&ssl_verify_identity=false, AUTHORITY",
    "ssl_ca=/a%20b.pem&ssl_check_hostname=0, AUTHORITY",
    "ssl_ca=/a%20b.pem&ssl_verify_cert=false&ssl_verify_identity=true, NOTHING"
  })
  void tlsIsCheckedUnlessAParameterSaysOtherwise(String query, DatabaseTls.Check check) {
    assertThat(new DatabaseSettings(Secret.of("mysql://nova:pw@db/nova_bm?" + query)).jdbc())
        .isEqualTo(
            new JdbcConnection(
                "jdbc:mysql://db/nova_bm",
                "nova",
                Secret.of("pw"),
                new DatabaseTls(check, "/a b.pem", "", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite:////var/lib/nova/hush.sqlite",
        "postgresql://nova:hush@db/nova_bm",
        "jdbc:mariadb://nova:hush@db/nova_bm",
        "jdbc:postgresql://db/nova_bm?password=hush",
        "mysql://nova:hush@db/",
        "mysql://nova:hush@db:port/nova_bm",
        "mysql://nova:hu/sh@db/nova_bm",
        "mysql://nova:hush@[::1/nova_bm",
        "mysql://nova:hush@db/nova_bm?ssl_capath=/x",
        "hush",
        ""
      })
  void anotherUrlIsRefusedWithoutBeingPrinted(String text) {
    assertThatThrownBy(() -> new DatabaseSettings(Secret.of(text)))
        .isInstanceOf(RefusedSetting.class)
        .hasMessageStartingWith("[baremetal] sql_connection is ")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aConnectionPrintsNeitherPasswordNorParameters() {
    assertThat(
            new DatabaseSettings(
                Secret.of("jdbc:mysql://u:hush@db/nova_bm?trustCertificateKeyStorePassword=hush")))
        .satisfies(database -> assertThat(database.toString()).doesNotContain("hush"))
        .satisfies(database -> assertThat(database.jdbc()).hasToString("jdbc:mysql://db/nova_bm"));
  }
}
