package org.novabm.lifecycle;

/**
 * One line of the table.
 *
 * @param from the state in which the verb may be asked for
 * @param verb what is asked for
 * @param during the state while its task goes on
 * @param done the state when it succeeded
 * @param failed the state when it failed and everything was undone
 */
public record Rule(
    ProvisionState from,
    Verb verb,
    ProvisionState during,
    ProvisionState done,
    ProvisionState failed) {

  /** Whatever a rule says, a node that could not be brought back is in error. */
  public static final ProvisionState HELD = ProvisionState.ERROR;
}
