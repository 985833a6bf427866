package org.novabm.conf;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"novabm " + ProductVersion.text()};
  }
}
