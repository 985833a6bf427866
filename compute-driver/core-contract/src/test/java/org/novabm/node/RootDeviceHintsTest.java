package org.novabm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootDeviceHintsTest {

  private static final long GIB = 1L << 30;

  /** 60 GiB, as a machine describes it. */
  private static final Disk DISK =
      new Disk(
          60 * GIB,
          false,
          Map.of(
              "name", List.of("/dev/sda"),
              "serial", List.of("S2X-1", "600508B1001C"),
              "model", List.of("Samsung SSD 860"),
              "vendor", List.of(" ")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size       | 60                          | true
          size       | == 60                       | true
          size       | = 60                        | true
          size       | = 59                        | true
          size       | >=60                        | true
          size       | > 60                        | false
          size       | < 61                        | true
          size       | <= 59                       | false
          size       | != 60                       | false
          rotational | false                       | true
          rotational | No                          | true
          rotational | true                        | false
          name       | /dev/SDA                    | true
          name       | s== /dev/sda                | true
          name       | s!= /dev/sda                | false
          name       | /dev/sdb                    | false
          serial     | 600508b1001c                | true
          serial     | s!= S2X-1                   | false
          serial     | s!= other                   | true
          serial     | <or> x <or> s2x-1           | true
          serial     | <or> x <or> y               | false
          model      | <in> ssd 860                | true
          model      | <all-in> samsung <all-in> 860 | true
          model      | <all-in> samsung <all-in> 870 | false
          model      | s>= samsung                 | true
          model      | s< samsung                  | false
          model      | s<= t                       | true
          model      | s> t                        | false
          vendor     | s!= ibm                     | false
          wwn        | s!= 0x1                     | false
          """)
  void aHintIsMetOrNot(String name, String text, boolean met) {
    assertThat(RootDeviceHints.of(Map.of(name, text)).match(DISK)).isEqualTo(met);
  }

  @Test
  void everyHintMustBeMetAndNoneIsMetByEveryDisk() {
    assertThat(RootDeviceHints.NONE.match(DISK)).isTrue();
    assertThat(RootDeviceHints.of(Map.of("size", "60", "name", "/dev/sda")).match(DISK)).isTrue();
    assertThat(RootDeviceHints.of(Map.of("size", "60", "name", "/dev/sdb")).match(DISK)).isFalse();
  }

  @Test
  void aLittleLessThanTheSizeIsLess() {
    Disk less = new Disk(60 * GIB - 512, true, Map.of());
    assertThat(RootDeviceHints.of(Map.of("size", ">= 60")).match(less)).isFalse();
    assertThat(RootDeviceHints.of(Map.of("size", "< 60")).match(less)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size       | 0
          size       | -1
          size       | 1.5
          size       | huge
          size       | s== 60
          size       | <or> 60 <or> 80
          size       | 9999999999
          rotational | maybe
          serial     | == 5
          serial     | >= 5
          serial     | s==
          serial     | <or>
          serial     | <or> a <or>
          serial     | ''
          colour     | red
          Serial     | a
          """)
  void whatIsNoHintIsRefusedByItsName(String name, String text) {
    assertThatThrownBy(() -> RootDeviceHints.of(Map.of(name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
