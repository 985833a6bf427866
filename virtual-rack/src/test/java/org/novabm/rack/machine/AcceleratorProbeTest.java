package org.novabm.rack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceleratorProbeTest {

  @Test
  void withoutAKernelTheAnswerIsTheTranslatorAndWhy() {
    List<String> told = new ArrayList<>();
    assertThat(new AcceleratorProbe(told::add).probe(null)).isEqualTo(Accelerator.TCG);
    assertThat(told).hasSize(1).first().asString().startsWith("accelerator TCG: ");
  }
}
