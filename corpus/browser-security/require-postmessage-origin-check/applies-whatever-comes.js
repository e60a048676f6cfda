window.addEventListener('message', (event) => {
//                                 ^^^^^^^^^^^^ missingOriginCheck
  const { type, payload } = event.data;
  store.dispatch({ type, payload });
});
