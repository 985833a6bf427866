package org.novabm.deploy.image;

import org.novabm.spi.deploy.Preparation;

/** Where an image is that somebody waits for. */
public sealed interface ImageState {

  /** In the cache, and checked. */
  record Here(CheckedImage image) implements ImageState {}

  /** Not here yet; ask again when told, or after a while. */
  record OnItsWay(Preparation how) implements ImageState {}
}
