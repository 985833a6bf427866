package org.novabm.power.pdu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * The outlets of one machine. It has power while one of them gives it, so it is off when all are,
 * and on when all are.
 */
final class PduPowerManager implements PowerManager {

  private static final OID WHAT = new OID("1.3.6.1.2.1.1.2.0");
  private static final int ENTERPRISE_AT = 6;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Outlets outlets;
  private final PduSettings settings;
  private final PduModels models;
  private final SnmpSession session;
  private @Nullable PduModel recognised;

  PduPowerManager(Outlets outlets, PduSettings settings, PduModels models, ByteBudget heap) {
    this.outlets = outlets;
    this.settings = settings;
    this.models = models;
    this.recognised = settings.modelAmong(models);
    this.session = new SnmpSession(outlets.unit(), settings.access(), heap);
  }

  @Override
  public PowerState state(Duration within) {
    return states(Deadline.in(within)).contains(PowerState.ON) ? PowerState.ON : PowerState.OFF;
  }

  private Set<PowerState> states(Deadline deadline) {
    PduModel model = model(deadline);
    Set<PowerState> states = new TreeSet<>();
    for (String outlet : outlets.numbers()) {
      states.add(read(model, outlet, deadline));
    }
    return states;
  }

  private PowerState read(PduModel model, String outlet, Deadline deadline) {
    Variable value = session.get(model.state(outlet), deadline);
    if (value == null) {
      throw session.refused(
          "the unit has no outlet %s of a kind that %s would have".formatted(outlet, model.name()));
    }
    int number = session.number(value);
    if (model.on().contains(number)) {
      return PowerState.ON;
    }
    if (model.off().contains(number)) {
      return PowerState.OFF;
    }
    throw session.violation(
        "says that outlet %s is %s, which is neither on nor off".formatted(outlet, value));
  }

  /** As configured, or by the maker's number and the object that its outlet has. */
  private PduModel model(Deadline deadline) {
    PduModel known = recognised;
    if (known != null) {
      return known;
    }
    Variable what = session.get(WHAT, deadline);
    int enterprise =
        what instanceof OID name && name.size() > ENTERPRISE_AT ? name.get(ENTERPRISE_AT) : 0;
    for (PduModel model : models.of(enterprise)) {
      if (session.get(model.state(outlets.numbers().getFirst()), deadline) != null) {
        recognised = model;
        return model;
      }
    }
    throw session.refused(
        "the unit says that it is %s, and has no outlet %s as we know it; set model in [power:pdu] to one of %s"
            .formatted(what, outlets.numbers().getFirst(), models.names()));
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    Deadline deadline = Deadline.in(within);
    return switch (action) {
      case ON -> bring(PowerState.ON, deadline);
      case OFF -> bring(PowerState.OFF, deadline);
      case SOFT_OFF -> softly(deadline);
      case CYCLE, RESET -> restart(deadline);
    };
  }

  private PowerState softly(Deadline deadline) {
    if (states(deadline).equals(Set.of(PowerState.OFF))) {
      return PowerState.OFF;
    }
    throw new BackendException.Unsupported(
        outlets.unit().display(), "an outlet cannot ask an operating system to shut down");
  }

  private PowerState restart(Deadline deadline) {
    if (bring(PowerState.OFF, deadline) == PowerState.ON) {
      return PowerState.ON;
    }
    pause(settings.pause(), deadline);
    return bring(PowerState.ON, deadline);
  }

  private PowerState bring(PowerState wanted, Deadline deadline) {
    if (!states(deadline).equals(Set.of(wanted))) {
      PduModel model = model(deadline);
      PduModel.Order order = wanted == PowerState.ON ? model.switchOn() : model.switchOff();
      List<VariableBinding> orders = new ArrayList<>();
      outlets.numbers().forEach(outlet -> orders.add(order.of(outlet)));
      session.set(orders, deadline);
    }
    while (!states(deadline).equals(Set.of(wanted))) {
      if (!pause(LOOK_AGAIN, deadline)) {
        return wanted == PowerState.ON ? PowerState.OFF : PowerState.ON;
      }
    }
    return wanted;
  }

  /** False when the deadline is over. */
  private boolean pause(Duration time, Deadline deadline) {
    try {
      Thread.sleep(Math.min(time.toMillis(), deadline.leftMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          outlets.unit().display(), "interrupted while the outlets were watched", e);
    }
    return !deadline.isOver();
  }

  @Override
  public void close() {
    session.close();
  }
}
