function show(blob) {
  const url = URL.createObjectURL(blob);
  return url;
}

function play(blob) {
  const url = URL.createObjectURL(blob);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingRevoke
  audio.src = url;
}

show(play);
