// options: {"strictMode": true}
function work(input) {
  // @safe-loop
  while (input.more()) step();
//       ^^^^^^^^^^^^ userControlledLoopBound
}
