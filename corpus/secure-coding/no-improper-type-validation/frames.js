// options: {"allowInstanceofSameRealm": false, "userInputVariables": ["payload"], "safeTypeCheckFunctions": ["isList"]}
window.addEventListener('message', (event) => {
  const payload = event.data;
  if (payload instanceof Array) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInstanceofUsage
    payload.forEach(show);
  } else if (payload) {
//           ^^^^^^^ improperTypeValidation
    show(payload);
  }
  if (event instanceof MessageEvent) event.stopPropagation();
});
