socket.onmessage = (event) => {
  const value = eval(event.data);
//              ^^^^^^^^^^^^^^^^ evalWithWsData
  console.log(value);
};
