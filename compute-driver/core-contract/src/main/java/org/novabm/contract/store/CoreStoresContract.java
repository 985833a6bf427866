package org.novabm.contract.store;

/** Everything that holds of the core's stores, wherever they keep it. */
public interface CoreStoresContract
    extends NodeStoreContract,
        NodeUpdateContract,
        ClaimContract,
        HoldContract,
        AdoptContract,
        NodeDetailsContract,
        SwitchStoreContract,
        PowerBookContract,
        TaskStoreContract,
        JournalContract {}
