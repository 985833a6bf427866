/** What every deployer must do, and a job book for tests. */
@NullMarked
package org.novabm.spi.contract.deploy;

import org.jspecify.annotations.NullMarked;
