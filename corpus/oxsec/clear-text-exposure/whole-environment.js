const failed = (error) => {
  console.error(error.message);
  console.error(JSON.stringify(process.env));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
};

process.on('uncaughtException', failed);
