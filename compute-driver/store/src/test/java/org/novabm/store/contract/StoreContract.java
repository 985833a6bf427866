package org.novabm.store.contract;

/** Everything that holds on every database. */
interface StoreContract
    extends NodeStoreContract,
        NodeUpdateContract,
        ClaimContract,
        HoldContract,
        AdoptContract,
        NodeDetailsContract,
        SwitchStoreContract,
        PowerBookContract,
        TaskStoreContract,
        OrderBookContract,
        JournalContract,
        SecrecyContract,
        SchemaContract,
        LegacyContract,
        WakeupsContract,
        ServiceContract,
        LeaseContract {}
