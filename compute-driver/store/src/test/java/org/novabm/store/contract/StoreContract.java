package org.novabm.store.contract;

/** Everything that holds on every database. */
interface StoreContract
    extends NodeStoreContract,
        ClaimContract,
        SwitchStoreContract,
        DeploymentStoreContract,
        OrderBookContract,
        JournalContract,
        SecrecyContract,
        SchemaContract,
        LegacyContract,
        WakeupsContract {}
