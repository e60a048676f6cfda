// options: {"maxResourceSize": 4096, "userInputVariables": ["payload"], "safeResourceFunctions": ["bounded"], "requireResourceValidation": false}
function frames(payload, request) {
  const first = Buffer.alloc(8192);
//                           ^^^^ unlimitedBufferAllocation
  const second = Buffer.alloc(payload.size);
//                            ^^^^^^^^^^^^ userControlledResourceSize
  const third = Buffer.alloc(bounded(payload.size));
  const fourth = Buffer.alloc(request.size);
  return [first, second, third, fourth];
}
