package org.novabm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.Secret;

class InClearTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://192.0.2.1/nova_bm, UNSAID, may be in clear",
    "jdbc:mysql://[2001:db8::1]:3307/nova_bm, UNSAID, may be in clear",
    "jdbc:mysql://192.0.2.1/nova_bm?sslMode=REQUIRED, UNSAID, may be in clear",
    "jdbc:mysql://192.0.2.1/nova_bm, NOTHING, whoever answers",
  })
  void aConnectionThatOthersCanReadIsWarnedOf(String url, DatabaseTls.Check check, String text) {
    assertThat(InClear.warning(url, new DatabaseTls(check, "", "", ""))).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://192.0.2.1/nova_bm, IDENTITY",
    "jdbc:mysql://192.0.2.1/nova_bm, AUTHORITY",
    "jdbc:mysql://192.0.2.1/nova_bm?x=y&sslMode=VERIFY_IDENTITY, UNSAID",
    "jdbc:mysql://127.0.0.1:3306/nova_bm, UNSAID",
    "jdbc:mysql://localhost/nova_bm, UNSAID",
    "jdbc:mysql://[::1]/nova_bm, UNSAID",
    "jdbc:h2:file:/x, UNSAID"
  })
  void oneThatIsSafeIsNot(String url, DatabaseTls.Check check) {
    assertThat(InClear.warning(url, new DatabaseTls(check, "", "", ""))).isNull();
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutItsParameters() {
    Database database =
        new Database(
            "jdbc:mysql://127.0.0.1:1/nova_bm?trustCertificateKeyStorePassword=KSPASS-88",
            "nova",
            Secret.of("hush"),
            DatabaseTls.UNSAID,
            1);

    assertThat(database.toString()).doesNotContain("KSPASS", "hush");
    assertThatThrownBy(database::open)
        .hasMessageContaining("jdbc:mysql://127.0.0.1:1/nova_bm does not answer")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("KSPASS", "hush"))
        .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("KSPASS", "hush"));
  }
}
