package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.ImageText;

class ImageTextTest {

  @ParameterizedTest
  @CsvSource({
    "debian-13, debian-13",
    "https://a.test/i.img?sig=1, https://a.test/i.img",
    "https://a.test/i.img#sig, https://a.test/i.img",
    "https://me:pw@a.test/i.img, https://a.test/i.img",
    "http:me:pw@a.test, http:a.test",
    "https://me:p@w@a.test:8080/i?x=http://b/?y, https://a.test:8080/i",
    "file:///images/a.img?x, file:///images/a.img"
  })
  void anAddressIsShownWithoutAccountAndQuery(String reference, String shown) {
    assertThat(ImageText.of(reference)).isEqualTo(shown);
    assertThat(new ImageRef(reference, null, null)).hasToString("ImageRef[" + shown + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "GET https://a.test/i?sig=1: no answer, GET https://a.test/i?*** no answer",
    "<https://me:pw@a.test/i> is gone, <https://***@a.test/i> is gone",
    "HTTP://A.TEST/?s and http://b.test?s, HTTP://A.TEST/?*** and http://b.test?***",
    "from http:x@b?y to s3://k:v@bucket/i, from http:***@b?*** to s3://***@bucket/i"
  })
  void addressesWithinATextAreHidden(String text, String hidden) {
    assertThat(ImageText.hidden(text)).isEqualTo(hidden);
    assertThat(ImageText.hidden(hidden)).isEqualTo(hidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claimed node1 (10.0.0.7:623)",
        "is it full? look at $1 and \\1",
        "image http://a.test/i.img is ready",
        "me@a.test did not answer: why?"
      })
  void otherTextStaysAsItIs(String text) {
    assertThat(ImageText.hidden(text)).isEqualTo(text);
  }

  @Test
  void aLongTextIsReadInOneGo() {
    String text = "http://" + "a@".repeat(100_000) + "?" + "http:".repeat(100_000);

    assertThat(ImageText.hidden(text)).doesNotContain("a@a");
  }
}
