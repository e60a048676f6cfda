function remember(store, card) {
  store.put({ creditCard: card.number, expires: card.expires }, card.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInIndexedDB
  return store.count();
}
