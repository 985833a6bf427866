package org.novabm.messaging.compute;

import java.util.Locale;
import org.novabm.driver.Manner;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;

/**
 * How a running instance is to be switched off, by {@code clean_shutdown} and {@code reboot_type}.
 */
final class MannerArgument {

  static final String CLEAN = "clean_shutdown";
  static final String TYPE = "reboot_type";

  private MannerArgument() {}

  /**
   * Of a stop: asked first unless the message says otherwise.
   *
   * @throws CallRefusedException when it says something else
   */
  static Manner ofStop(Request request) throws CallRefusedException {
    try {
      return clean(Fields.of(request.args(), "")) ? Manner.SOFT : Manner.HARD;
    } catch (UnusableValueException e) {
      throw new CallRefusedException(Failure.valueError(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Of a reboot: hard unless SOFT is asked for.
   *
   * @throws CallRefusedException when another type is
   */
  static Manner ofReboot(Request request) throws CallRefusedException {
    Fields args = Fields.of(request.args(), "");
    try {
      Manner type = type(args);
      return clean(args) ? type : Manner.HARD;
    } catch (UnusableValueException e) {
      throw new CallRefusedException(Failure.valueError(String.valueOf(e.getMessage())));
    }
  }

  private static boolean clean(Fields args) throws UnusableValueException {
    Boolean said = args.flag(CLEAN);
    return said == null || said;
  }

  private static Manner type(Fields args) throws UnusableValueException {
    String type = args.text(TYPE, 20);
    if (type == null) {
      return Manner.HARD;
    }
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "SOFT" -> Manner.SOFT;
      case "HARD" -> Manner.HARD;
      default -> throw new UnusableValueException(TYPE, "'" + type + "' is neither SOFT nor HARD");
    };
  }
}
