const url = urls.createObjectURL(blob);
const other = window.URL.createObjectURL(blob);
console.log(url, other);
