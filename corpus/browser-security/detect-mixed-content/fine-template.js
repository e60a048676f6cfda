const url = `http://${host}/logo.png`;
console.log(url);
