package org.novabm.rack.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Profiles of one sort of device: a file for each kind, beside a class. {@code profiles} names
 * them, and {@code plain.properties} has all keys, with what holds where a kind says nothing.
 *
 * @param beside the class whose package has the files
 */
public record ProfileFiles(Class<?> beside) {

  /** All that can be {@linkplain #named named}. */
  public List<String> names() {
    return List.of(text("profiles").strip().split("\\s+"));
  }

  /** A device without ways of its own. */
  public Traits plain() {
    return new Traits(read("plain"));
  }

  /**
   * That of a kind.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public Traits named(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException("profile '" + name + "' is none of " + names());
    }
    Traits all = plain();
    for (Map.Entry<String, String> one : read(name).entrySet()) {
      all = all.with(one.getKey(), one.getValue());
    }
    return all;
  }

  private Map<String, String> read(String name) {
    Properties file = new Properties();
    try (InputStreamReader text = new InputStreamReader(open(name + ".properties"), UTF_8)) {
      file.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new HashMap<>();
    file.forEach((key, value) -> values.put("" + key, "" + value));
    return values;
  }

  private String text(String name) {
    try (InputStream bytes = open(name)) {
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(String name) {
    InputStream file = beside.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException("there is no file " + name + " beside " + beside);
    }
    return file;
  }
}
