package org.novabm.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can read an embedded database besides us. */
class OwnFilesTest {

  @TempDir private Path folder;

  @Test
  void itsFilesAreReadableByTheirOwnerAlone() throws IOException, SQLException {
    Path file = folder.resolve("deep/nova_bm.mv.db");
    write("create table kept (number int)");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("deep/nova_bm.trace.db"))).isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    write("insert into kept values (1)");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  private void write(String sql) throws SQLException {
    try (HikariDataSource database = Database.embedded(folder.resolve("deep/nova_bm")).open();
        Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
