exports.report = (state) => {
  if (state.failed === true) {
    return 'failed';
  } else if (state.stopped === true) {
    return 'stopped';
  } else if (state.failed === true) {
    console.log('Secret: %s', state.secret_key);
  }
  return 'running';
};
