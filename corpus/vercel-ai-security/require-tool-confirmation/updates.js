export function toolsOf(store) {
  const options = { tools: { updateSettings: {}, removeItem: { 'confirmation': true }, ...store.tools } };
//                           ^^^^^^^^^^^^^^^^^^ missingConfirmation
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingConfirmation
  return options;
}
