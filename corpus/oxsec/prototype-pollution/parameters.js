exports.put = (store, group, name, value) => {
  store[group][name] = value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
