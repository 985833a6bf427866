package org.novabm.store.server;

import org.novabm.store.Database;

/** Something that databases for tests are made on. */
public interface DatabaseServer extends AutoCloseable {

  /** A new empty database. */
  Database fresh();

  @Override
  void close();
}
