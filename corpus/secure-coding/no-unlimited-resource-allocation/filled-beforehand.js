function matrix(rows, columns) {
  const cells = new Array(rows);
  for (let row = 0; row < rows; row++) {
    cells[row] = Array(columns);
    cells[row].fill(0);
  }
  return cells;
}

export const identity = matrix(4, 4).map((row, index) => row.with(index, 1));
