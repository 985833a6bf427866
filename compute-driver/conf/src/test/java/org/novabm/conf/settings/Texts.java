package org.novabm.conf.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.novabm.conf.NovaConfFile;

/** Settings of texts, on a machine called machine1. */
final class Texts {

  private Texts() {}

  static Settings settings(String... texts) {
    return Settings.from(
        Stream.of(texts).map(text -> NovaConfFile.parse("nova.conf", text)).toList(), "machine1");
  }

  /** A file that sets every option to something that is not its default. */
  static NovaConfFile everyKey() {
    return NovaConfFile.parse("every-key.conf", resource("every-key.conf"));
  }

  /** A file beside this class. */
  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Settings everyKeySet() {
    return Settings.from(List.of(everyKey()), "machine1");
  }
}
