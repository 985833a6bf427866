package org.novabm.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.novabm.spi.MacAddress;

/** Whatever is accepted as an argument stays in its place. */
class BootTextsPropertyTest {

  private static final MacAddress MAC = new MacAddress("52:54:00:ac:00:01");
  private static final BootFile KERNEL = new BootFile("http://h/vmlinuz");
  private static final BootFile INITRD = new BootFile("http://h/initrd.gz");
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._,:/=@%+~?&\\[\\]-]+");

  /** Mostly what is nearly right, so that both answers come up. */
  @Provide
  Arbitrary<String> texts() {
    String specials = " \t\n\r\u000b\u000c\u0000\u0085\u00a0\u2028$`\"'\\{}()<>|;&#!*=,.:/-[]";
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, Arbitraries.strings().alpha().numeric().withChars("=.-_,:/&")),
        net.jqwik.api.Tuple.of(3, Arbitraries.strings().alpha().withChars(specials)),
        net.jqwik.api.Tuple.of(1, Arbitraries.strings()));
  }

  @Property
  void noAcceptedArgumentBreaksOutOfItsLine(
      @ForAll("texts") String name, @ForAll("texts") String value) {
    Optional<KernelArguments> accepted = accept(name, value);
    Statistics.collect(accepted.isPresent());
    Assume.that(accepted.isPresent());
    KernelBoot boot = new KernelBoot(KERNEL, INITRD, accepted.get());

    KernelBoot plain = new KernelBoot(KERNEL, INITRD, KernelArguments.NONE.with("x", "y"));
    assertStaysInPlace(
        IpxeScript.boot(boot, MAC).text(), IpxeScript.boot(plain, MAC).text(), name + "=" + value);
    assertStaysInPlace(
        PxelinuxConfig.boot(boot, MAC).text(),
        PxelinuxConfig.boot(plain, MAC).text(),
        name + "=" + value);
  }

  /** The text is the plain one with one word in the place of x=y. */
  private static void assertStaysInPlace(String text, String plain, String argument) {
    assertThat(text).isEqualTo(plain.replace(" x=y", " " + argument));
    assertThat(text.lines()).hasSameSizeAs(plain.lines().toList());
    assertThat(text.split("[ \n]+")).hasSameSizeAs(plain.split("[ \n]+"));
    assertThat(argument).matches(HARMLESS);
    assertThat(argument).isNotIn(List.of("&&", "||", ";"));
  }

  @Property
  void whatIsParsedReadsTheSameAgain(@ForAll("texts") String text) {
    KernelArguments parsed;
    try {
      parsed = KernelArguments.parse(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(KernelArguments.parse(parsed.line())).isEqualTo(parsed);
    assertThat(parsed.line()).matches("[!-~ ]*");
  }

  @Property
  void noAcceptedLocationBreaksOutOfItsLine(@ForAll("texts") String location) {
    BootFile file;
    try {
      file = new BootFile(location);
    } catch (IllegalArgumentException e) {
      return;
    }
    KernelBoot boot = new KernelBoot(file, file, KernelArguments.NONE);
    assertThat(location).matches(HARMLESS);
    assertThat(IpxeScript.boot(boot, MAC).text().lines()).hasSize(9);
    assertThat(PxelinuxConfig.boot(boot, MAC).text().lines()).hasSize(5);
  }

  private static Optional<KernelArguments> accept(String name, String value) {
    try {
      return Optional.of(KernelArguments.NONE.with(name, value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
