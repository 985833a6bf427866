package org.novabm.deploy.agent;

import java.util.Arrays;
import java.util.List;
import org.novabm.spi.AddressBlock;
import org.novabm.spi.settings.SettingForm;

/** Networks by CIDR, with commas. */
final class NetworksForm implements SettingForm<List<AddressBlock>> {

  @Override
  public List<AddressBlock> read(String text) {
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(network -> !network.isEmpty())
          .map(AddressBlock::parse)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(": " + e.getMessage(), e);
    }
  }
}
