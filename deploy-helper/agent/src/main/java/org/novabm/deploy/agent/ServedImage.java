package org.novabm.deploy.agent;

import org.novabm.deploy.image.CheckedImage;
import org.novabm.spi.deploy.OpenOrder;

/** The checked image of an order. */
final class ServedImage {

  private ServedImage() {}

  static CheckedImage of(OpenOrder open) {
    String image = open.contact().image();
    if (image == null) {
      throw new IllegalStateException(
          "the order of deployment " + open.order().deployment() + " has no image");
    }
    return CheckedImage.parse(image);
  }
}
