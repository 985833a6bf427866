package org.novabm.api.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Says when the answer begins, for from then on it is the caller who takes the time. */
final class WatchedAnswer extends HttpServletResponseWrapper {

  private final Runnable begins;

  WatchedAnswer(HttpServletResponse response, Runnable begins) {
    super(response);
    this.begins = begins;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    begins.run();
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    begins.run();
    return super.getWriter();
  }
}
