exports.set = (target, group, name, value) => {
  if (!Object.prototype.hasOwnProperty.call(target, group)) throw new Error('no group');
  target[group][name] = value;
};
