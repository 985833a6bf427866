package org.novabm.rack.bmc;

import java.util.List;

/**
 * Which of many BMCs are faulty.
 *
 * @param share of all, 0 to 1; spread evenly
 * @param rules what is wrong with them
 */
public record FaultShare(double share, FaultRules rules) {

  /**
   * Reads, for example, {@code 5%:dead}.
   *
   * @throws IllegalArgumentException when it is not written so
   */
  public static FaultShare parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is not a share of faults such as 5%:dead");
    }
    return new FaultShare(
        FaultRules.share(text.substring(0, colon)), FaultRules.parse(text.substring(colon + 1)));
  }

  /** The faults of the BMC with that number, from 0; the first share that hits it counts. */
  public static FaultRules of(List<FaultShare> shares, int number) {
    return shares.stream()
        .filter(share -> share.hits(number))
        .map(FaultShare::rules)
        .findFirst()
        .orElse(FaultRules.NONE);
  }

  private boolean hits(int number) {
    return (long) ((number + 1) * share) > (long) (number * share);
  }
}
