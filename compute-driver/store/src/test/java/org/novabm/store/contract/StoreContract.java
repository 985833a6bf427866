package org.novabm.store.contract;

import org.novabm.contract.store.CoreStoresContract;

/** Everything that holds on every database. */
interface StoreContract
    extends CoreStoresContract,
        NodeTableContract,
        DetailsTableContract,
        TaskTableContract,
        JobBookContract,
        SecrecyContract,
        SchemaContract,
        LegacyContract,
        WakeupsContract,
        ServiceContract,
        LeaseContract {

  @Override
  Stage stage();
}
