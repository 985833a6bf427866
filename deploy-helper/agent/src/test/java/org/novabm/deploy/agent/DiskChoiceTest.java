package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiskChoiceTest {

  private static final long GIB = 1L << 30;

  private static DiskChoice chosen(String disks, long gib) {
    return DiskChoice.of(SeenDisk.parse(disks), gib * GIB);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a small disk for the system beside large ones for data, in any order
        "sda:4000787030016,sdb:240057409536 | 223 | sdb",
        "sda:240057409536,nvme0n1:1920383410176 | 1788 | nvme0n1",
        // what stands on the disk, in thousands: 960 GB, of which 894 are GiB
        "sda:1920383410176,sdb:960197124096 | 960 | sdb",
        "sda:1920383410176,sdb:960197124096 | 894 | sdb",
        // two of a kind, and a disk that is reached on two ways
        "sda:960197124096,sdb:960197124096 | 894 | sda",
        "sdb:960197124096,sda:960197124096 | 894 | sdb",
        // none is as large as it should be
        "sda:120034123776,sdb:240057409536 | 500 | sdb"
      })
  void theSmallestThatHoldsTheRecord(String disks, long gib, String name) {
    assertThat(chosen(disks, gib).disk().name()).isEqualTo(name);
  }

  @Test
  void aChoiceIsTold() {
    assertThat(chosen("sda:8589934592,sdb:4294967296", 4).remark())
        .isEqualTo(
            "the image goes to sdb of 4 GiB, the smallest of 2 disks that holds the 4 GiB on record");
    assertThat(chosen("sda:8589934592,sdb:4294967296", 80).remark())
        .isEqualTo(
            "the image goes to sda of 8 GiB, the largest of 2 disks of which none holds the 80 GiB on record");
    assertThat(chosen("sda:67108864", 10).remark())
        .isEqualTo(
            "the only disk, sda of 64 MiB, is smaller than the 10 GiB on record; correct the node's local_gb");
    assertThat(chosen("sda:8589934592", 4).remark()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sda", "sda:", ":1", "sda:-1", "sda:1,", "sda:1;sdb:1", "s/a:1", "SDA:1"})
  void whatIsNoListOfDisksIsABadRequest(String text) {
    assertThatThrownBy(() -> SeenDisk.parse(text)).hasMessageContaining("disks");
  }

  @Test
  void listsHaveAnEnd() {
    String many =
        IntStream.range(0, 201).mapToObj(i -> "sd" + i + ":1").collect(Collectors.joining(","));

    assertThatThrownBy(() -> SeenDisk.parse(many)).hasMessageContaining("disks");
    assertThat(SeenDisk.parse("")).isEqualTo(List.of());
  }
}
