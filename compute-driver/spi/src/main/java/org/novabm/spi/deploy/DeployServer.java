package org.novabm.spi.deploy;

import java.util.List;

/** Running ports that machines talk to. */
public interface DeployServer extends AutoCloseable {

  /** What listens where, one line each, for example {@code http 172.30.10.1:8080}. */
  List<String> listening();

  @Override
  void close();
}
