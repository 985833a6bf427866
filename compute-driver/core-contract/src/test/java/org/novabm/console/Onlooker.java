package org.novabm.console;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what it sees. */
final class Onlooker implements ConsoleViewer {

  final AtomicReference<String> seen = new AtomicReference<>("");
  final AtomicReference<String> notices = new AtomicReference<>("");

  @Override
  public void said(byte[] characters) {
    seen.accumulateAndGet(new String(characters, StandardCharsets.UTF_8), String::concat);
  }

  @Override
  public void told(String notice) {
    notices.accumulateAndGet(notice + "\n", String::concat);
  }
}
