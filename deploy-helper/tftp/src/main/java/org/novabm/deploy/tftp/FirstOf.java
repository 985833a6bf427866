package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several sources, asked in order; the first that has the file serves it. */
public record FirstOf(List<FileSource> sources) implements FileSource {

  public FirstOf {
    sources = List.copyOf(sources);
  }

  @Override
  public @Nullable TftpContent open(String name, InetAddress client) throws IOException {
    for (FileSource source : sources) {
      TftpContent content = source.open(name, client);
      if (content != null) {
        return content;
      }
    }
    return null;
  }
}
