package org.novabm.app.tools;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar this runs from. */
final class ToolVersion implements IVersionProvider {

  private static final String FILE = "/META-INF/maven/org.novabm/novabm-app/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"novabm " + number()};
  }

  private static String number() throws IOException {
    try (InputStream in = ToolVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        return "(not packaged)";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "(unknown)");
    }
  }
}
