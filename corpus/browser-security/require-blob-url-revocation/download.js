export function download(text, name) {
  const url = URL.createObjectURL(new Blob([text]));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingRevoke
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
}
