remote.onmessage = (command) => {
  Function(command.data)();
//^^^^^^^^^^^^^^^^^^^^^^ evalWithWsData
};
