package org.novabm.store.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.store.server.MariaDbServer;

@Tag("mariadb")
@TestInstance(Lifecycle.PER_CLASS)
class MariaDbStoreTest implements StoreContract, TakeOverContract {

  private Stage stage;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    stage = new Stage(MariaDbServer.start(folder), folder);
  }

  @AfterAll
  void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Override
  public Stage stage() {
    return stage;
  }
}
