package org.novabm.deploy.image;

/**
 * Others that fetch from the same address have all places it may have; this one waits for theirs.
 */
final class Crowded extends RuntimeException {

  Crowded(String image) {
    super("image " + image + " waits for others from the same address", null, false, false);
  }
}
