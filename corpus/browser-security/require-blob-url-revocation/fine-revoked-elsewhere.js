function make(blob) {
  const url = URL.createObjectURL(blob);
  return { url };
}

function drop(url) {
  URL.revokeObjectURL(url);
}

drop(make(new Blob()).url);
