package org.novabm.rack.process;

/** Something the rack needs went wrong; the message tells the operator what, and what to do. */
public sealed class RackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RackException(String message) {
    super(message);
  }

  public RackException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A condition did not come true in time. */
  public static final class TimedOut extends RackException {
    private static final long serialVersionUID = 1L;

    public TimedOut(String message) {
      super(message);
    }
  }

  /** Programs or files of other packages are not installed. */
  public static final class Missing extends RackException {
    private static final long serialVersionUID = 1L;

    public Missing(String message) {
      super(message);
    }
  }

  /** There is no rack where one is asked for. */
  public static final class NoRack extends RackException {
    private static final long serialVersionUID = 1L;

    public NoRack(String message) {
      super(message);
    }
  }
}
