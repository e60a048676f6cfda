// options: {"strictMode": true}
function frame(input) {
  // @validated
  return new Buffer(input.size);
//                  ^^^^^^^^^^ userControlledResourceSize
}
