package org.novabm.rack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.novabm.rack.process.RackException;

/** Keeps two from starting or stopping the same rack at the same time. */
final class RackLock implements AutoCloseable {

  private final FileChannel channel;

  private RackLock(FileChannel channel) {
    this.channel = channel;
  }

  static RackLock take(RackFolder folder) {
    try {
      Files.createDirectories(folder.path());
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new RackException(
            "somebody else just starts or stops the rack in %s; try again when that is done"
                .formatted(folder.path()));
      }
      return new RackLock(channel);
    } catch (IOException e) {
      throw new RackException("cannot lock " + folder.lock(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new RackException("cannot give the rack's lock back", e);
    }
  }
}
