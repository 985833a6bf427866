package org.novabm.store.contract;

import org.novabm.contract.store.CoreStoresContract;

/** Everything that holds on every database. */
interface StoreContract
    extends CoreStoresContract,
        NodeTableContract,
        TaskTableContract,
        OrderBookContract,
        SecrecyContract,
        SchemaContract,
        LegacyContract,
        WakeupsContract {

  @Override
  Stage stage();
}
