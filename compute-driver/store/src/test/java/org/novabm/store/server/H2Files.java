package org.novabm.store.server;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.store.Database;

/** H2 in files of a folder. */
public final class H2Files implements DatabaseServer {

  private final Path folder;
  private final AtomicInteger count = new AtomicInteger();

  public H2Files(Path folder) {
    this.folder = folder;
  }

  @Override
  public Database fresh() {
    return Database.embedded(folder.resolve("nova_bm" + count.incrementAndGet()));
  }

  @Override
  public void close() {}
}
