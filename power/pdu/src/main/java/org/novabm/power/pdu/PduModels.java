package org.novabm.power.pdu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The models that are known, those of one maker in the order in which they are tried. */
record PduModels(List<PduModel> all) {

  static PduModels load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PduModels.class.getResourceAsStream("models")),
                StandardCharsets.UTF_8))) {
      return new PduModels(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(PduModel::parse)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The model of that name.
   *
   * @throws IllegalArgumentException naming those there are
   */
  PduModel named(String name) {
    return all.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "[power:pdu] model = %s: known are auto, %s".formatted(name, names())));
  }

  String names() {
    return all.stream().map(PduModel::name).collect(Collectors.joining(", "));
  }

  List<PduModel> of(int enterprise) {
    return all.stream().filter(model -> model.enterprise() == enterprise).toList();
  }
}
