// options: {"maxStaticIterations": 100, "maxRecursionDepth": 1, "userInputVariables": ["payload"], "allowWhileTrueWithBreak": false}
function depth(node) {
  return 1 + Math.max(depth(node.left), depth(node.right));
//                                      ^^^^^^^^^^^^^^^^^ unsafeRecursion
}

function work(payload, request) {
  for (let i = 0; i < 101; i++) step(i);
//                ^^^^^^^ largeLoopBound
  for (let i = 0; i < request.count; i++) step(i);
  for (let i = 0; i < payload; i++) step(i);
//                ^^^^^^^^^^^ userControlledLoopBound
  while (true) {
//^^^^^^^^^^^^^^ infiniteLoop
    if (step()) break;
  }
}
