package org.novabm.netswitch.junos;

import org.junit.jupiter.api.Nested;
import org.novabm.rack.junos.JunosSyntax;

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
  class WithAQuarantineVlan extends JunosContract {
    WithAQuarantineVlan() {
      super(JunosSyntax.ELS, "4000");
    }
  }
}
