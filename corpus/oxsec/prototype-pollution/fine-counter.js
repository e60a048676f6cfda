exports.fill = (columns, name, values) => {
  const column = columns[name];
  for (let at = 0; at < values.length; at++) column[at] = values[at];
  const end = column.length;
  column[end] = null;
};
