function histogram(images) {
  const result = [];
  for (const image of images) {
    const bins = new Uint32Array(256);
//               ^^^^^^^^^^^^^^^^^^^^ resourceAllocationInLoop
    const seen = new Set();
//               ^^^^^^^^^ resourceAllocationInLoop
    for (const value of Buffer.from(image.pixels)) {
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ resourceAllocationInLoop
      bins[value] += 1;
      seen.add(value);
    }
    result.push({ bins, seen });
  }
  return result;
}

function grid(params) {
  const cells = Array(params.width);
//                    ^^^^^^^^^^^^ unlimitedMemoryAllocation
  return cells.fill(null).map(() => new Array(params.height));
//                                            ^^^^^^^^^^^^^ unlimitedMemoryAllocation
}
