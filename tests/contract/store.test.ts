import { forEachStore } from '../support/stores.ts';
import { storeContract } from './store-contract.ts';

forEachStore((_name, open) => {
  storeContract(open);
});
