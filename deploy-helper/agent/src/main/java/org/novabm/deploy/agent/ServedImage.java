package org.novabm.deploy.agent;

import org.novabm.deploy.image.CheckedImage;

/** The checked image of an order. */
final class ServedImage {

  private ServedImage() {}

  static CheckedImage of(AgentJob open) {
    String image = open.contact().image();
    if (image == null) {
      throw new IllegalStateException(
          "the order of deployment " + open.order().deployment() + " has no image");
    }
    return CheckedImage.parse(image);
  }
}
