package org.novabm.deploy.tftp;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/**
 * Makes DATA packets. It reads ahead by the chunk, and sends from the chunk itself: the header of a
 * block is written over the last bytes of the block before it, and these are put back afterwards.
 * So no packet is copied or allocated.
 */
final class BlockReader implements AutoCloseable {

  private static final int HEADER_BYTES = 4;
  private static final int CHUNK_BYTES = 64 * 1024;

  private final TftpContent content;
  private final long size;
  private final int blockBytes;
  private final Buffers buffers;
  private final int taken;
  private final Arena arena = Arena.ofConfined();
  private final ByteBuffer chunk;
  private long chunkStart;
  private int chunkLength;

  /**
   * For one thread: the one that makes it.
   *
   * @throws IOException when there is no memory for it
   */
  BlockReader(TftpContent content, Agreement agreement, Buffers buffers) throws IOException {
    this.content = content;
    this.size = content.size();
    this.blockBytes = agreement.blockBytes();
    this.buffers = buffers;
    int atOnce = Math.max(CHUNK_BYTES / blockBytes, agreement.windowBlocks()) * blockBytes;
    this.taken = buffers.take(ofFile(atOnce), ofFile(blockBytes));
    try {
      this.chunk = arena.allocate(taken).asByteBuffer();
    } catch (OutOfMemoryError e) {
      close();
      throw e;
    }
  }

  private int ofFile(int bytes) {
    return HEADER_BYTES + (int) Math.min(bytes, Math.max(size, 1));
  }

  /** How many blocks the file makes; the last is short, and empty when nothing is left for it. */
  long blocks() {
    return size / blockBytes + 1;
  }

  /** Sends one block, which counts from 1. */
  void send(long block, Peer peer) throws IOException {
    long offset = (block - 1) * blockBytes;
    int length = (int) Math.min(blockBytes, size - offset);
    if (offset < chunkStart || offset + length > chunkStart + chunkLength) {
      fill(offset);
    }
    int at = (int) (offset - chunkStart);
    int covered = chunk.getInt(at);
    chunk.putInt(at, OpCode.DATA << 16 | (int) (block & 0xffff));
    peer.send(chunk.limit(at + HEADER_BYTES + length).position(at));
    chunk.clear().putInt(at, covered);
  }

  private void fill(long offset) throws IOException {
    int wanted = (int) Math.min(chunk.capacity() - HEADER_BYTES, size - offset);
    chunk.limit(HEADER_BYTES + wanted).position(HEADER_BYTES);
    while (chunk.hasRemaining()) {
      if (content.read(offset + chunk.position() - HEADER_BYTES, chunk) <= 0) {
        throw new EOFException("the file has become shorter than " + size + " bytes");
      }
    }
    chunk.clear();
    chunkStart = offset;
    chunkLength = wanted;
  }

  @Override
  public void close() {
    arena.close();
    buffers.giveBack(taken);
  }
}
