package org.novabm.netswitch.openflow.flows;

/** What is done to a frame, one thing after the other; a flow without any drops it. */
public sealed interface FlowAction {

  /**
   * It leaves by a port; never by the one it came in at (OpenFlow 1.3.5, 5.12).
   *
   * @param port its OpenFlow number
   */
  record Output(int port) implements FlowAction {}

  /** It is sent to us, whole. */
  record ToController() implements FlowAction {}

  /**
   * It gets a tag, or another.
   *
   * @param vlan 1 to 4094
   */
  record Tag(int vlan) implements FlowAction {}

  /** It loses its tag. */
  record Untag() implements FlowAction {}

  /**
   * Another table goes on with it.
   *
   * @param table above this one
   */
  record Then(int table) implements FlowAction {}
}
