connection.onmessage = function (event) {
  try {
    eval(event);
//  ^^^^^^^^^^^ evalWithWsData
  } catch (error) {
    connection.close(1008, error.message);
  }
};
