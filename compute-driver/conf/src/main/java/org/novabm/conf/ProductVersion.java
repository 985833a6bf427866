package org.novabm.conf;

/** Which build this is. */
public final class ProductVersion {

  private ProductVersion() {}

  /** The version in the jar's manifest; {@code development} when run from class folders. */
  public static String text() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
