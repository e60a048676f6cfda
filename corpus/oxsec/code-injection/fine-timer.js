// safe: other function
module.exports = function later(action) {
  setTimeout(() => action.run(), 100);
};
