package org.novabm.netswitch.junos;

import org.junit.jupiter.api.Nested;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.JunosTrait;

class JunosContractTest {

  @Nested
  class Els extends JunosContract {
    Els() {
      super(JunosSyntax.ELS, "0");
    }
  }

  @Nested
  class Older extends JunosContract {
    Older() {
      super(JunosSyntax.OLDER, "0");
    }
  }

  @Nested
  class WithTheNewerRequest extends JunosContract {
    WithTheNewerRequest() {
      super(JunosSyntax.ELS, "0", JunosTrait.DETAILS);
    }
  }

  @Nested
  class WithPortsListedAtTheirVlan extends JunosContract {
    WithPortsListedAtTheirVlan() {
      super(JunosSyntax.OLDER, "0", JunosTrait.LISTED);
    }
  }

  @Nested
  class WithAQuarantineVlan extends JunosContract {
    WithAQuarantineVlan() {
      super(JunosSyntax.ELS, "4000");
    }
  }
}
