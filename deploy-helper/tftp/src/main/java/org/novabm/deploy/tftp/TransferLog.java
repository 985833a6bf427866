package org.novabm.deploy.tftp;

import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of requests and transfers; anybody can cause these lines. */
final class TransferLog {

  private static final Logger log = LoggerFactory.getLogger(TftpServer.class);

  final LineQuota waiting = new LineQuota("TFTP requests without a place", 10, log::warn);
  final LineQuota refused = new LineQuota("refused TFTP requests", 60, log::info);
  final LineQuota silent = new LineQuota("TFTP clients that fell silent", 30, log::info);
  final LineQuota complete = new LineQuota("complete TFTP transfers", 600, log::info);
  final LineQuota failed = new LineQuota("TFTP transfers that failed", 30, log::warn);

  /** After each request, so that the end of a flood is told of by whoever comes next. */
  void tell() {
    waiting.tell();
    refused.tell();
    silent.tell();
    failed.tell();
  }
}
