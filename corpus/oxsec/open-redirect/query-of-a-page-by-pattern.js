function next() {
  const found = /[?&]next=([^&]*)/.exec(location.search);
  if (found) location.href = decodeURIComponent(found[1]);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
}

next();
